import { Link, useParams } from 'react-router';
import { ErrorState } from '@/components/common/ErrorState';
import { PageSkeleton } from '@/components/layout/PageSkeleton';
import { buttonVariants } from '@/components/ui/button';
import { Results } from '@/features/findings/Results';
import { EndedReview } from '@/features/review/EndedReview';
import { RunningReview } from '@/features/review/RunningReview';
import { useBreadcrumb } from '@/hooks/useBreadcrumb';
import { useReviewStatus } from '@/hooks/useReview';
import { m } from '@/i18n/messages';
import { useConnectionStore } from '@/store/connectionStore';
import { assertNever } from '@/utils/assertNever';

/** Asked slowly while events flow: the status is the truth, should an event be lost on the way. */
const whileLiveMs = 15_000;
const withoutConnectionMs = 2_000;

export default function Review() {
  const { jobId = '' } = useParams();
  useBreadcrumb({ label: m.nav.history, to: '/history' }, { label: m.nav.review(jobId.slice(0, 8)) });
  const connection = useConnectionStore(({ state }) => state);
  const live = connection === 'live' || connection === 'connecting';
  const status = useReviewStatus(jobId, live ? whileLiveMs : withoutConnectionMs);

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
  switch (status.data.status) {
    case 'queued':
    case 'running':
    case 'awaiting_approval':
      return <RunningReview key={jobId} status={status.data} />;
    case 'completed':
      return <Results key={jobId} jobId={jobId} />;
    case 'failed':
    case 'cancelled':
      return <EndedReview key={jobId} status={status.data} />;
    default:
      return assertNever(status.data.status);
  }
}
