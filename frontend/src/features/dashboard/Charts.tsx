import { Chart } from '@/components/chart/Chart';
import { severitySeries, type ChartRow, type Series } from '@/components/chart/series';
import { Card } from '@/components/ui/card';
import { formatDay, formatDollars, formatShortDay } from '@/i18n/format';
import { m } from '@/i18n/messages';
import type { Overview } from '@/types/review';

const d = m.dashboard;

const outcomeSeries: readonly Series[] = [
  { key: 'completed', label: d.completed, color: 'var(--primary)' },
  { key: 'failed', label: d.failed, color: 'var(--destructive)', pattern: 'stripes' },
  { key: 'cancelled', label: d.cancelled, color: 'var(--muted-foreground)', pattern: 'hollow' },
];

const costSeries: readonly Series[] = [{ key: 'cost', label: d.cost, color: 'var(--primary)' }];

interface ChartProps {
  overview: Overview;
  className?: string;
}

/** What was found in the period, by severity. */
export function FindingsChart({ overview, className }: ChartProps) {
  const { total } = overview;
  return (
    <Card className={className}>
      <Chart
        title={d.findingsChart}
        summary={d.findingsSummary(total.issues, total.issue_counts.critical + total.issue_counts.high)}
        kind="bars"
        {...rowsOf(overview, ({ issue_counts }) => ({ ...issue_counts }))}
        series={severitySeries}
        height={260}
      />
    </Card>
  );
}

/** How the period's reviews ended. */
export function OutcomeChart({ overview, className }: ChartProps) {
  const { total } = overview;
  return (
    <Card className={className}>
      <Chart
        title={d.reviewsChart}
        summary={d.reviewsSummary(total.completed, total.failed + total.cancelled)}
        kind="bars"
        {...rowsOf(overview, ({ completed, failed, cancelled }) => ({ completed, failed, cancelled }))}
        series={outcomeSeries}
        height={140}
      />
    </Card>
  );
}

/** What models cost; only for who spent anything. */
export function CostChart({ overview, className }: ChartProps) {
  const { total } = overview;
  if (total.cost_usd === 0) return null;
  return (
    <Card className={className}>
      <Chart
        title={d.costChart}
        summary={d.costSummary(total.cost_usd)}
        kind="bars"
        {...rowsOf(overview, ({ cost_usd }) => ({ cost: cost_usd }))}
        series={costSeries}
        format={formatDollars}
      />
    </Card>
  );
}

type Bucket = Overview['buckets'][number];

function rowsOf(
  { buckets, interval }: Overview,
  values: (bucket: Bucket) => Record<string, number>,
): { rowLabel: string; rows: readonly ChartRow[] } {
  return {
    rowLabel: interval === 'weekly' ? d.week : d.day,
    rows: buckets.map((bucket) => ({
      label: formatDay(bucket.from),
      tick: formatShortDay(bucket.from),
      values: values(bucket),
    })),
  };
}
