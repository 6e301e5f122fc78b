import { Minus, TrendingUp } from 'lucide-react';
import { Link } from 'react-router';
import { Chart } from '@/components/chart/Chart';
import { severitySeries, type Series } from '@/components/chart/series';
import { EmptyState } from '@/components/common/EmptyState';
import { GateIcon } from '@/components/common/GateLabel';
import { QueryView } from '@/components/common/QueryView';
import { Card, CardContent, CardHeader } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { useProjectTrend } from '@/hooks/useProjects';
import { formatDateTime } from '@/i18n/format';
import { m } from '@/i18n/messages';
import type { ReviewListItem } from '@/types/review';
import { finished, findingRows, findingsOf, scoreNames, scoreRows } from './trend';

const t = m.projects.trend;

const scoreColors = {
  security_score: 'var(--primary)',
  code_quality: 'var(--success)',
  performance_score: 'var(--warning)',
  maintainability_score: 'var(--muted-foreground)',
};

const scoreSeries: readonly Series[] = scoreNames.map((key) => ({
  key,
  label: t.score[key],
  color: scoreColors[key],
}));

/** How the project's latest reviews turned out. */
export function ProjectTrend({ projectId }: { projectId: string }) {
  const query = useProjectTrend(projectId);
  return (
    <QueryView
      query={query}
      loading={<Loading />}
      isEmpty={({ items }) => finished(items).length < 2}
      empty={<EmptyState icon={TrendingUp} title={t.tooFew} text={t.tooFewText} />}
    >
      {({ items }) => <Charts reviews={finished(items)} />}
    </QueryView>
  );
}

function Charts({ reviews }: { reviews: readonly ReviewListItem[] }) {
  const first = reviews[0];
  const last = reviews.at(-1);
  if (!first || !last) return null;
  return (
    <div className="grid gap-4 px-4 pt-4 pb-8 md:px-6 xl:grid-cols-2">
      <Card className="p-4">
        <Chart
          title={t.findings}
          summary={t.findingsSummary(reviews.length, findingsOf(first), findingsOf(last))}
          kind="bars"
          rowLabel={t.row}
          rows={findingRows(reviews)}
          series={severitySeries}
        />
      </Card>
      <Card className="p-4">
        <Chart
          title={t.scores}
          summary={t.scoresSummary(first.metrics?.security_score ?? 0, last.metrics?.security_score ?? 0)}
          kind="lines"
          rowLabel={t.row}
          rows={scoreRows(reviews)}
          series={scoreSeries}
          most={10}
        />
      </Card>
      <Card className="xl:col-span-2">
        <CardHeader
          title={t.gate}
          description={t.gateSummary(reviews.filter(({ gate }) => gate === 'passed').length, reviews.length)}
        />
        <CardContent>
          <ol className="flex flex-wrap gap-1.5">
            {reviews.map((review) => (
              <li key={review.job_id}>
                <GateMark review={review} />
              </li>
            ))}
          </ol>
        </CardContent>
      </Card>
    </div>
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

function Loading() {
  return (
    <div className="grid gap-4 px-4 pt-4 md:px-6 xl:grid-cols-2">
      <Skeleton className="h-80" />
      <Skeleton className="h-80" />
    </div>
  );
}
