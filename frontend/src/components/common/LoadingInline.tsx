import { Skeleton } from '@/components/ui/skeleton';
import { m } from '@/i18n/messages';

/** Something small within a line that is on its way. */
export function LoadingInline() {
  return (
    <span role="status">
      <span className="sr-only">{m.errors.loading}</span>
      <Skeleton className="h-8 w-24" />
    </span>
  );
}
