import { FileSearch } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { EmptyState } from '@/components/common/EmptyState';
import { ErrorState } from '@/components/common/ErrorState';
import { buttonVariants } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { useHistory } from '@/hooks/useHistory';
import { m } from '@/i18n/messages';
import { ReviewTable } from '@/components/common/ReviewTable';

const h = m.history;

/** The person's reviews, a page at a time; the address says which page. */
export function HistoryList() {
  const [search] = useSearchParams();
  const cursor = search.get('cursor');
  const history = useHistory(cursor);

  if (history.isPending) return <Loading />;
  if (!history.data) return <ErrorState error={history.error} onRetry={() => void history.refetch()} />;
  const { items, next_cursor } = history.data;
  if (items.length === 0) {
    return (
      <EmptyState
        icon={FileSearch}
        title={cursor ? h.emptyPage : h.empty}
        text={cursor ? undefined : h.emptyText}
      >
        <Link to={cursor ? '/history' : '/reviews/new'} className={buttonVariants()}>
          {cursor ? h.first : m.nav.newReview}
        </Link>
      </EmptyState>
    );
  }
  return (
    <>
      <ReviewTable items={items} />
      {(cursor !== null || next_cursor !== null) && (
        <nav aria-label={h.pages} className="flex justify-between gap-2 px-4 py-3 md:px-6">
          {cursor ? (
            <Link to="/history" className={buttonVariants({ variant: 'outline' })}>
              {h.first}
            </Link>
          ) : (
            <span />
          )}
          {next_cursor && (
            <Link
              to={`/history?cursor=${encodeURIComponent(next_cursor)}`}
              className={buttonVariants({ variant: 'outline' })}
            >
              {h.next}
            </Link>
          )}
        </nav>
      )}
    </>
  );
}

function Loading() {
  return (
    <div role="status" className="grid gap-px px-4 md:px-6">
      <span className="sr-only">{m.errors.loading}</span>
      {Array.from({ length: 8 }, (_, row) => (
        <Skeleton key={row} className="my-1.5 h-10" />
      ))}
    </div>
  );
}
