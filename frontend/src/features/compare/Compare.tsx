import { GitCompareArrows } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { EmptyState } from '@/components/common/EmptyState';
import { PageHeader } from '@/components/common/PageHeader';
import { QueryView } from '@/components/common/QueryView';
import { PageSkeleton } from '@/components/layout/PageSkeleton';
import { Combobox } from '@/components/ui/combobox';
import { useHistory } from '@/hooks/useHistory';
import { useNow } from '@/hooks/useNow';
import { useReviewResults } from '@/hooks/useReview';
import { formatAgo } from '@/i18n/format';
import { m } from '@/i18n/messages';
import type { ReviewResults } from '@/types/review';
import { isReview } from '@/utils/workflows';
import { Compared } from './Compared';

const words = m.compare;

/** A review beside an earlier one: what is new, worse, as it was, and gone. */
export function Compare({ jobId }: { jobId: string }) {
  const [search, setSearch] = useSearchParams();
  const after = useReviewResults(jobId);
  return (
    <QueryView query={after} loading={<PageSkeleton />}>
      {(review) => {
        const other = search.get('with') ?? review.baseline_job_id;
        return (
          <>
            <PageHeader title={words.title} description={words.text}>
              <BaselinePicker
                review={review}
                value={other}
                onChange={(id) => setSearch({ with: id }, { replace: true })}
              />
            </PageHeader>
            {other ? (
              <WithBaseline key={other} after={review} baselineId={other} />
            ) : (
              <EmptyState icon={GitCompareArrows} title={words.none} text={words.noneText} />
            )}
          </>
        );
      }}
    </QueryView>
  );
}

function WithBaseline({ after, baselineId }: { after: ReviewResults; baselineId: string }) {
  const before = useReviewResults(baselineId);
  return (
    <QueryView query={before} loading={<PageSkeleton />}>
      {(review) => <Compared before={review} after={after} />}
    </QueryView>
  );
}

interface BaselinePickerProps {
  review: ReviewResults;
  value: string | null;
  onChange: (jobId: string) => void;
}

/** The completed reviews among the newest ones, and the one that is chosen. */
function BaselinePicker({ review, value, onChange }: BaselinePickerProps) {
  const history = useHistory({ limit: 50 });
  const now = useNow(60_000);
  const listed = (history.data?.items ?? []).filter(
    ({ job_id, status, workflow }) =>
      status === 'completed' && isReview(workflow) && job_id !== review.job_id,
  );
  const items = listed.map(({ job_id, file_path, created_at }) => ({
    id: job_id,
    label: file_path,
    keywords: job_id,
    aside: formatAgo(created_at, now),
  }));
  if (value && !items.some(({ id }) => id === value)) {
    items.unshift({ id: value, label: m.nav.review(value.slice(0, 8)), keywords: value, aside: '' });
  }
  return (
    <Combobox
      items={items}
      value={value}
      label={words.with}
      none={words.choose}
      placeholder={words.search}
      empty={words.noReview}
      onChange={onChange}
      className="max-w-96"
    />
  );
}
