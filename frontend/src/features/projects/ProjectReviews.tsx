import { FileSearch } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '@/components/common/EmptyState';
import { Pagination } from '@/components/common/Pagination';
import { QueryView } from '@/components/common/QueryView';
import { ReviewTable } from '@/components/common/ReviewTable';
import { buttonVariants } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { useProjectReviews } from '@/hooks/useProjects';
import { m } from '@/i18n/messages';

const p = m.projects;

/** The project's reviews, newest first. */
export function ProjectReviews({ projectId }: { projectId: string }) {
  /** Where each page so far began; the last one is shown. */
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  const query = useProjectReviews(projectId, cursors.at(-1) ?? null);
  return (
    <QueryView
      query={query}
      loading={<Loading />}
      isEmpty={({ items }) => items.length === 0 && cursors.length === 1}
      empty={<NoReviews projectId={projectId} />}
    >
      {({ items, next_cursor: next }) => (
        <>
          <ReviewTable items={items} />
          {(cursors.length > 1 || next) && (
            <Pagination
              label={p.olderReviews}
              onPrevious={cursors.length > 1 ? () => setCursors(cursors.slice(0, -1)) : null}
              onNext={next ? () => setCursors([...cursors, next]) : null}
            />
          )}
        </>
      )}
    </QueryView>
  );
}

/** A project that nothing was reviewed in shows how to begin. */
export function NoReviews({ projectId }: { projectId: string }) {
  return (
    <EmptyState icon={FileSearch} title={p.noReviews} text={p.noReviewsText}>
      <Link to={`/reviews/new?project=${projectId}`} className={buttonVariants()}>
        {p.newReview}
      </Link>
    </EmptyState>
  );
}

function Loading() {
  return (
    <div className="grid gap-px px-4 pt-2 md:px-6">
      {Array.from({ length: 6 }, (_, row) => (
        <Skeleton key={row} className="my-1.5 h-10" />
      ))}
    </div>
  );
}
