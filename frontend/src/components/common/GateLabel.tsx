import { CircleCheck, CircleDashed, CircleX, type LucideIcon } from 'lucide-react';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { Gate } from '@/types/review';

const looks: Record<Gate, readonly [icon: LucideIcon, color: string]> = {
  passed: [CircleCheck, 'text-success'],
  failed: [CircleX, 'text-destructive'],
  incomplete: [CircleDashed, 'text-warning'],
};

/** The verdict's icon alone; whoever shows it says the word. */
export function GateIcon({ gate, className }: { gate: Gate; className?: string }) {
  const [Icon, color] = looks[gate];
  return <Icon aria-hidden className={cn('size-4 shrink-0', color, className)} />;
}

/** The verdict as icon and word. */
export function GateLabel({ gate }: { gate: Gate }) {
  return (
    <span className="inline-flex items-center gap-1.5 font-medium whitespace-nowrap">
      <GateIcon gate={gate} />
      {m.results.verdict[gate]}
    </span>
  );
}
