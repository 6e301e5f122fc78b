import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { m } from '@/i18n/messages';
import { ErrorState, InlineError } from './ErrorState';

interface QueryViewProps<T> {
  query: UseQueryResult<T>;
  /** The grey shape of what is coming, of its final size. */
  loading: ReactNode;
  /** Says whether the answer holds nothing, and what to show then. */
  isEmpty?: (data: T) => boolean;
  empty?: ReactNode;
  /** Further ways on, below a failure. */
  wayOut?: ReactNode;
  children: (data: T) => ReactNode;
}

/** The four states of a query. A failure is never shown as empty; one after an answer leaves the answer standing. */
export function QueryView<T>({ query, loading, isEmpty, empty, wayOut, children }: QueryViewProps<T>) {
  if (query.isPending) {
    return (
      <div role="status">
        <span className="sr-only">{m.errors.loading}</span>
        {loading}
      </div>
    );
  }
  if (query.data === undefined) {
    return (
      <ErrorState error={query.error} onRetry={() => void query.refetch()}>
        {wayOut}
      </ErrorState>
    );
  }
  return (
    <>
      {query.isError && (
        <div className="px-4 py-2 md:px-6">
          <InlineError error={query.error} lead={m.errors.notRefreshed} />
        </div>
      )}
      {isEmpty?.(query.data) ? empty : children(query.data)}
    </>
  );
}
