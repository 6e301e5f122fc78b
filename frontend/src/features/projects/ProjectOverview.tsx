import { Link } from 'react-router';
import { Chart } from '@/components/chart/Chart';
import { severitySeries, type Series } from '@/components/chart/series';
import { QueryView } from '@/components/common/QueryView';
import { ReviewTable } from '@/components/common/ReviewTable';
import { Card, CardHeader } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { useProjectTrend } from '@/hooks/useProjects';
import { m } from '@/i18n/messages';
import type { Project, ReviewListItem } from '@/types/review';
import { GateCard } from './GateCard';
import { NoReviews } from './ProjectReviews';
import { finished, findingRows, findingsOf, scoreNames, scoreRows } from './trend';

const p = m.projects;
const t = p.trend;
const grid = 'grid grid-cols-[minmax(0,1fr)] gap-3 px-4 pt-4 pb-8 md:px-6 xl:grid-cols-2';
const latestShown = 6;

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

/** How the project stands: its gate, how its findings and scores went, and its latest reviews. */
export function ProjectOverview({ project }: { project: Project }) {
  const query = useProjectTrend(project.id);
  return (
    <QueryView
      query={query}
      loading={<Loading />}
      isEmpty={({ items }) => items.length === 0}
      empty={<NoReviews projectId={project.id} />}
    >
      {({ items }) => (
        <div className={grid}>
          <GateCard gate={project.quality_gate} reviews={finished(items)} className="xl:col-span-2" />
          <Trend reviews={finished(items)} />
          <Card className="overflow-hidden xl:col-span-2">
            <CardHeader title={t.latest}>
              <Link to="?tab=reviews" className="text-sm text-link hover:underline">
                {t.allReviews}
              </Link>
            </CardHeader>
            <ReviewTable items={items.slice(0, latestShown)} />
          </Card>
        </div>
      )}
    </QueryView>
  );
}

/** Findings and scores, review by review; one review alone makes no trend. */
function Trend({ reviews }: { reviews: readonly ReviewListItem[] }) {
  const first = reviews[0];
  const last = reviews.at(-1);
  if (!first || !last || first === last) return null;
  return (
    <>
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
    </>
  );
}

function Loading() {
  return (
    <div className={grid}>
      <Skeleton className="h-32 xl:col-span-2" />
      <Skeleton className="h-80" />
      <Skeleton className="h-80" />
    </div>
  );
}
