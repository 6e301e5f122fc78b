import { ArrowLeft } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { PageHeader } from '@/components/common/PageHeader';
import { QueryView } from '@/components/common/QueryView';
import { PageSkeleton } from '@/components/layout/PageSkeleton';
import { buttonVariants } from '@/components/ui/button';
import { Transcript as Turns } from '@/features/runs/Transcript';
import { useBreadcrumb } from '@/hooks/useBreadcrumb';
import { usePageTitle } from '@/hooks/usePageTitle';
import { useReviewName } from '@/hooks/useReview';
import { useExecution } from '@/hooks/useRuns';
import { m } from '@/i18n/messages';
import { jobName } from '@/utils/repositories';

const t = m.runs.transcript;

/** What the agents of a review said; a run of another workflow shows it with its result. */
export default function Transcript() {
  const { jobId = '' } = useParams();
  const execution = useExecution(jobId);
  usePageTitle(t.title);
  useBreadcrumb(
    { label: m.nav.history, to: '/history' },
    { label: useReviewName(jobId), to: `/reviews/${jobId}` },
    { label: t.title },
  );
  return (
    <QueryView query={execution} loading={<PageSkeleton />}>
      {(data) => (
        <div className="pb-10">
          <PageHeader title={t.of(m.workflow[data.workflow] ?? data.workflow)} description={jobName(data)}>
            <Link to={`/reviews/${jobId}`} className={buttonVariants({ variant: 'outline' })}>
              <ArrowLeft aria-hidden />
              {t.back}
            </Link>
          </PageHeader>
          <div className="px-4 md:px-6">
            <Turns turns={data.transcript} complete={data.transcript_complete} />
          </div>
        </div>
      )}
    </QueryView>
  );
}
