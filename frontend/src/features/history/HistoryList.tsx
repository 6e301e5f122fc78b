import { FileSearch, SearchX } from 'lucide-react';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router';
import { EmptyState } from '@/components/common/EmptyState';
import { InlineError } from '@/components/common/ErrorState';
import { Pagination } from '@/components/common/Pagination';
import { QueryView } from '@/components/common/QueryView';
import { ReviewTable } from '@/components/common/ReviewTable';
import { buttonVariants } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { useDeleteExecution, useHistory } from '@/hooks/useHistory';
import { m } from '@/i18n/messages';
import { toast } from '@/store/toastStore';
import type { ReviewListItem } from '@/types/review';
import { filterOf, isNarrow, pageSizes, queryOf } from './filter';
import { HistoryFilters, type Change } from './HistoryFilters';

const h = m.history;

/** The person's runs, filtered, a page at a time; the address says what is shown. */
export function HistoryList() {
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const history = useHistory(queryOf(filter));
  const remove = useDeleteExecution();
  const pages = usePages();
  const first = filter.cursor === null;
  const hasNone = first && !isNarrow(filter) && history.data?.items.length === 0;

  const change: Change = (changes) => {
    const after = new URLSearchParams(search);
    after.delete('cursor');
    for (const [name, value] of Object.entries(changes)) {
      if (value) after.set(name, value);
      else after.delete(name);
    }
    setSearch(after, { replace: true });
  };
  const onDelete = ({ job_id }: ReviewListItem): void =>
    remove.mutate(job_id, { onSuccess: () => toast({ kind: 'done', text: h.deleted }) });

  return (
    <>
      {!hasNone && <HistoryFilters filter={filter} change={change} />}
      {remove.isError && (
        <div className="px-4 pb-3 md:px-6">
          <InlineError error={remove.error} lead={h.deleteFailed} />
        </div>
      )}
      <QueryView
        query={history}
        loading={<Loading />}
        isEmpty={({ items }) => items.length === 0}
        empty={<Nothing narrow={isNarrow(filter)} first={first} />}
      >
        {({ items, next_cursor: next }) => (
          <>
            <ReviewTable items={items} onDelete={onDelete} />
            <Pagination
              label={h.pages}
              onPrevious={filter.cursor ? pages.previous : null}
              onNext={next ? () => pages.next(next) : null}
              pageSize={filter.pageSize}
              pageSizes={pageSizes}
              onPageSize={(size) => change({ size: size === pageSizes[0] ? null : String(size) })}
            />
          </>
        )}
      </QueryView>
    </>
  );
}

/** Pages by cursor. Where the pages before began travels with the history entry, so that a reload can still go back. */
function usePages() {
  const navigate = useNavigate();
  const { search, ...location } = useLocation();
  const state: unknown = location.state;
  const before = isTrail(state) ? state.before : [];
  const go = (cursor: string | null, trail: readonly (string | null)[]): void => {
    const after = new URLSearchParams(search);
    if (cursor) after.set('cursor', cursor);
    else after.delete('cursor');
    void navigate({ search: after.toString() }, { state: { before: trail } });
  };
  return {
    next: (cursor: string) => go(cursor, [...before, new URLSearchParams(search).get('cursor')]),
    previous: () => go(before.at(-1) ?? null, before.slice(0, -1)),
  };
}

function isTrail(state: unknown): state is { before: readonly (string | null)[] } {
  return typeof state === 'object' && state !== null && 'before' in state && Array.isArray(state.before);
}

/** Nothing at all, nothing that matches, or nothing on this page: each needs another way on. */
function Nothing({ narrow, first }: { narrow: boolean; first: boolean }) {
  if (narrow || !first) {
    return (
      <EmptyState icon={SearchX} title={narrow ? h.noneMatch : h.emptyPage}>
        <Link to="/history" className={buttonVariants({ variant: 'outline' })}>
          {narrow ? h.clear : h.first}
        </Link>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={FileSearch} title={h.empty} text={h.emptyText}>
      <Link to="/reviews/new" className={buttonVariants()}>
        {m.nav.newReview}
      </Link>
    </EmptyState>
  );
}

function Loading() {
  return (
    <div className="grid gap-px px-4 md:px-6">
      {Array.from({ length: 8 }, (_, row) => (
        <Skeleton key={row} className="my-1.5 h-10" />
      ))}
    </div>
  );
}
