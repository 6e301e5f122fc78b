import { Link, useParams } from 'react-router';
import { ErrorState } from '@/components/common/ErrorState';
import { PageSkeleton } from '@/components/layout/PageSkeleton';
import { buttonVariants } from '@/components/ui/button';
import { Results } from '@/features/findings/Results';
import { EndedReview } from '@/features/review/EndedReview';
import { RunningReview } from '@/features/review/RunningReview';
import { RunningRun } from '@/features/runs/RunningRun';
import { RunView } from '@/features/runs/RunView';
import { useBreadcrumb } from '@/hooks/useBreadcrumb';
import { useReviewName, useReviewStatus } from '@/hooks/useReview';
import { useRunName } from '@/hooks/useRuns';
import { m } from '@/i18n/messages';
import { useConnectionStore } from '@/store/connectionStore';
import type { ReviewStatus } from '@/types/review';
import { assertNever } from '@/utils/assertNever';
import { isReview } from '@/utils/workflows';

/** Asked slowly while events flow: the status is the truth, should an event be lost on the way. */
const whileLiveMs = 15_000;
const withoutConnectionMs = 5_000;

/** A job at its address: at work, or what came of it; a review and a run of another workflow look different. */
export default function Review() {
  const { jobId = '' } = useParams();
  const connection = useConnectionStore(({ state }) => state);
  const live = connection === 'live' || connection === 'connecting';
  const status = useReviewStatus(jobId, live ? whileLiveMs : withoutConnectionMs);
  const review = !status.data || isReview(status.data.workflow);
  const names = [useReviewName(jobId), useRunName(jobId)] as const;
  useBreadcrumb({ label: m.nav.history, to: '/history' }, { label: review ? names[0] : names[1] });

  if (status.isPending) return <PageSkeleton />;
  if (!status.data) {
    return (
      <ErrorState error={status.error} onRetry={() => void status.refetch()}>
        <Link to="/history" className={buttonVariants({ variant: 'outline' })}>
          {m.ended.history}
        </Link>
      </ErrorState>
    );
  }
  return review ? <OfReview status={status.data} /> : <OfRun status={status.data} />;
}

function OfReview({ status }: { status: ReviewStatus }) {
  const { job_id: jobId } = status;
  switch (status.status) {
    case 'queued':
    case 'running':
    case 'awaiting_approval':
      return <RunningReview key={jobId} status={status} />;
    case 'completed':
      return <Results key={jobId} status={status} />;
    case 'failed':
    case 'cancelled':
      return <EndedReview key={jobId} status={status} />;
    default:
      return assertNever(status.status);
  }
}

function OfRun({ status }: { status: ReviewStatus }) {
  switch (status.status) {
    case 'queued':
    case 'running':
    case 'awaiting_approval':
      return <RunningRun key={status.job_id} status={status} />;
    case 'completed':
    case 'failed':
    case 'cancelled':
      return <RunView key={status.job_id} status={status} ended={status.status} />;
    default:
      return assertNever(status.status);
  }
}
