import { useParams } from 'react-router';
import { Compare as CompareReviews } from '@/features/compare/Compare';
import { useBreadcrumb } from '@/hooks/useBreadcrumb';
import { usePageTitle } from '@/hooks/usePageTitle';
import { useReviewName } from '@/hooks/useReview';
import { m } from '@/i18n/messages';

export default function Compare() {
  const { jobId = '' } = useParams();
  usePageTitle(m.compare.title);
  useBreadcrumb(
    { label: m.nav.history, to: '/history' },
    { label: useReviewName(jobId), to: `/reviews/${jobId}` },
    { label: m.results.compare },
  );
  return <CompareReviews key={jobId} jobId={jobId} />;
}
