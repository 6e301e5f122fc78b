import { Kbd } from '@/components/ui/kbd';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import { keyCaps } from '@/utils/keys';

/** The keys of a command, as they stand on the keyboard. */
export function Keys({ keys, className }: { keys: string; className?: string }) {
  const caps = keyCaps(keys);
  return (
    <span className={cn('inline-flex items-center gap-1', className)}>
      {caps.map((cap, index) => (
        <span key={index} className="inline-flex items-center gap-1">
          {index > 0 && keys.includes(' ') && (
            <span className="text-xs text-muted-foreground">{m.commands.then}</span>
          )}
          <Kbd>{cap}</Kbd>
        </span>
      ))}
    </span>
  );
}
