import { Minus } from 'lucide-react';
import { Link } from 'react-router';
import { GateIcon, GateLabel } from '@/components/common/GateLabel';
import { Card, CardContent, CardHeader } from '@/components/ui/card';
import { formatAgo, formatDateTime } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { useNow } from '@/hooks/useNow';
import type { QualityGate, ReviewListItem } from '@/types/review';
import { boundWords } from './gate';

const t = m.projects.trend;

interface GateCardProps {
  gate: QualityGate;
  /** Those that have results, oldest first. */
  reviews: readonly ReviewListItem[];
  className?: string;
}

/** Whether the project passes its gate now, by which conditions, and how that went before. */
export function GateCard({ gate, reviews, className }: GateCardProps) {
  const now = useNow(60_000);
  const last = reviews.at(-1);
  const passed = reviews.filter((review) => review.gate === 'passed').length;
  return (
    <Card className={className}>
      <CardHeader title={t.gate} description={last ? t.gateSummary(passed, reviews.length) : t.unjudged}>
        {last && (
          <Link to={`/reviews/${last.job_id}`} className="text-sm text-link hover:underline">
            {t.lastReview(formatAgo(last.created_at, now))}
          </Link>
        )}
      </CardHeader>
      <CardContent className="flex flex-wrap items-center gap-x-8 gap-y-3">
        {last?.gate && (
          <p className="text-lg">
            <GateLabel gate={last.gate} />
          </p>
        )}
        <ul
          aria-label={t.conditions}
          className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted-foreground"
        >
          {gate.conditions.map((condition) => (
            <li key={condition.metric}>{boundWords(condition)}</li>
          ))}
        </ul>
        {reviews.length > 1 && (
          <ol aria-label={t.gateHistory} className="flex flex-wrap gap-1 md:ms-auto">
            {reviews.map((review) => (
              <li key={review.job_id}>
                <GateMark review={review} />
              </li>
            ))}
          </ol>
        )}
      </CardContent>
    </Card>
  );
}

function GateMark({ review: { job_id, gate, created_at } }: { review: ReviewListItem }) {
  const words = `${gate ? m.results.verdict[gate] : t.noVerdict}, ${formatDateTime(created_at)}`;
  return (
    <Link
      to={`/reviews/${job_id}`}
      aria-label={words}
      title={words}
      className="grid size-7 place-items-center rounded-sm border hover:bg-accent touch:size-11"
    >
      {gate ? <GateIcon gate={gate} /> : <Minus aria-hidden className="size-4 text-muted-foreground" />}
    </Link>
  );
}
