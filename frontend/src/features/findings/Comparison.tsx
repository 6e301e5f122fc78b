import { Link } from 'react-router';
import { m } from '@/i18n/messages';
import type { ReviewResults } from '@/types/review';

const d = m.results;

/** Against which review this one was run, and what changed since. */
export function Comparison({ review: { job_id, baseline_job_id, results } }: { review: ReviewResults }) {
  if (!baseline_job_id) return null;
  const count = (change: string): number => results.issues.filter((issue) => issue.change === change).length;
  return (
    <p className="text-sm">
      <Link to={`/reviews/${job_id}/compare?with=${baseline_job_id}`} className="link">
        {d.comparedWith(baseline_job_id.slice(0, 8))}
      </Link>
      <span className="tabular">
        : {d.changeCounts(count('new'), count('worsened'), count('unchanged'), results.gone.length)}
      </span>
    </p>
  );
}
