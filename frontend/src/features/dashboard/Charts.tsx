import { Chart } from '@/components/chart/Chart';
import { severitySeries, type ChartRow, type Series } from '@/components/chart/series';
import { Card } from '@/components/ui/card';
import { formatDay, formatDollars } from '@/i18n/format';
import { m } from '@/i18n/messages';
import type { Overview } from '@/types/review';

const d = m.dashboard;

const endSeries: readonly Series[] = [
  { key: 'completed', label: d.completed, color: 'var(--primary)' },
  { key: 'failed', label: d.failed, color: 'var(--destructive)', pattern: 'stripes' },
  { key: 'cancelled', label: d.cancelled, color: 'var(--muted-foreground)', pattern: 'hollow' },
];

const costSeries: readonly Series[] = [{ key: 'cost', label: d.cost, color: 'var(--primary)' }];

type Bucket = Overview['buckets'][number];

/** How the period went: findings, reviews, and money once there is any. */
export function Charts({ overview }: { overview: Overview }) {
  const { total, buckets, interval } = overview;
  const rowLabel = interval === 'weekly' ? d.week : d.day;
  const rows = (values: (bucket: Bucket) => Record<string, number>): readonly ChartRow[] =>
    buckets.map((bucket) => ({ label: formatDay(bucket.from), values: values(bucket) }));
  return (
    <>
      <Card className="p-4">
        <Chart
          title={d.findingsChart}
          summary={d.findingsSummary(total.issues, total.issue_counts.critical + total.issue_counts.high)}
          kind="bars"
          rowLabel={rowLabel}
          rows={rows(({ issue_counts }) => ({ ...issue_counts }))}
          series={severitySeries}
        />
      </Card>
      <Card className="p-4">
        <Chart
          title={d.reviewsChart}
          summary={d.reviewsSummary(total.completed, total.failed + total.cancelled)}
          kind="bars"
          rowLabel={rowLabel}
          rows={rows(({ completed, failed, cancelled }) => ({ completed, failed, cancelled }))}
          series={endSeries}
        />
      </Card>
      {total.cost_usd > 0 && (
        <Card className="p-4 xl:col-span-2">
          <Chart
            title={d.costChart}
            summary={d.costSummary(total.cost_usd)}
            kind="bars"
            rowLabel={rowLabel}
            rows={rows(({ cost_usd }) => ({ cost: cost_usd }))}
            series={costSeries}
            format={formatDollars}
          />
        </Card>
      )}
    </>
  );
}
