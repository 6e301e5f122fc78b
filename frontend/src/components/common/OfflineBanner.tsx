import { WifiOff } from 'lucide-react';
import { useOnline } from '@/hooks/useOnline';
import { m } from '@/i18n/messages';

/** Says that what is shown may be old, and that changes have to wait. */
export function OfflineBanner() {
  const online = useOnline();
  return (
    <div role="status" className="print:hidden">
      {!online && (
        <p className="flex items-center justify-center gap-2 border-b bg-muted px-4 py-1.5 text-sm">
          <WifiOff aria-hidden className="size-4 text-warning" />
          {m.errors.offlineBanner}
        </p>
      )}
    </div>
  );
}
