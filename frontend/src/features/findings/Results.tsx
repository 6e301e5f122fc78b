import { ErrorState } from '@/components/common/ErrorState';
import { PageSkeleton } from '@/components/layout/PageSkeleton';
import { usePageTitle } from '@/hooks/usePageTitle';
import { useReviewFiles, useReviewResults } from '@/hooks/useReview';
import { m } from '@/i18n/messages';
import type { ReviewStatus } from '@/types/review';
import { ResultsView } from './ResultsView';

/** The results of a completed review; without its code the findings are still shown. */
export function Results({ status }: { status: ReviewStatus }) {
  const jobId = status.job_id;
  const results = useReviewResults(jobId);
  const files = useReviewFiles(jobId);
  const data = results.data;
  usePageTitle(
    data ? m.results.pageTitle(m.results.verdict[data.verdict.gate], data.results.issues.length) : null,
  );

  if (results.isPending || files.isPending) return <PageSkeleton />;
  if (!data) return <ErrorState error={results.error} onRetry={() => void results.refetch()} />;
  return (
    <ResultsView
      key={jobId}
      status={status}
      review={data}
      files={files.data ?? []}
      filesError={files.error}
    />
  );
}
