import { Skeleton } from '@/components/ui/skeleton';
import { m } from '@/i18n/messages';

/** The space of a page that is being loaded. */
export function PageSkeleton() {
  return (
    <div role="status" className="grid gap-4 p-4 md:p-6">
      <span className="sr-only">{m.errors.loading}</span>
      <Skeleton className="h-7 w-48" />
      <Skeleton className="h-10" />
      <Skeleton className="h-[50dvh]" />
    </div>
  );
}
