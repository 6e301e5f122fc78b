import { ArrowDown, ArrowUp, Equal } from 'lucide-react';
import { Sparkline } from '@/components/chart/Sparkline';
import { formatDollars, formatNumber, formatPercent } from '@/i18n/format';
import { m } from '@/i18n/messages';
import type { Overview } from '@/types/review';
import { countChange, dollarChange, periodBefore, shareChange, type Change } from './change';

const d = m.dashboard;

/** The four figures, each with its course and its change against the period before. */
export function Figures({ overview: { total, previous, buckets, from, to } }: { overview: Overview }) {
  const before = periodBefore(from, to);
  const { pass_rate: rate } = total.gate;
  return (
    <dl aria-label={d.figures} className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Figure
        label={d.reviews}
        value={formatNumber(total.completed)}
        change={countChange(total.completed, previous.completed, before)}
        course={buckets.map(({ completed }) => completed)}
      />
      <Figure
        label={d.findings}
        value={formatNumber(total.issues)}
        change={countChange(total.issues, previous.issues, before)}
        course={buckets.map(({ issues }) => issues)}
      />
      <Figure
        label={d.passRate}
        value={rate === null ? d.nothingJudged : formatPercent(rate)}
        change={shareChange(rate, previous.gate.pass_rate, before)}
        course={buckets.flatMap(({ gate }) => gate.pass_rate ?? [])}
      />
      <Figure
        label={d.cost}
        value={formatDollars(total.cost_usd)}
        change={dollarChange(total.cost_usd, previous.cost_usd, before)}
        course={buckets.map(({ cost_usd }) => cost_usd)}
      />
    </dl>
  );
}

interface FigureProps {
  label: string;
  value: string;
  change: Change;
  /** The figure of each day or week. */
  course: readonly number[];
}

const icons = { up: ArrowUp, down: ArrowDown, same: Equal };

function Figure({ label, value, change, course }: FigureProps) {
  const Icon = change.direction && icons[change.direction];
  const moved = course.length > 1 && course.some((amount) => amount > 0);
  return (
    <div className="min-w-0 rounded-lg border bg-card p-4">
      <dt className="text-sm text-muted-foreground">{label}</dt>
      <dd>
        <span className="flex items-center justify-between gap-3">
          <span className="tabular text-2xl font-semibold">{value}</span>
          {moved && (
            <span className="max-sm:hidden lg:max-xl:hidden">
              <Sparkline values={course} />
            </span>
          )}
        </span>
        <span className="mt-1 flex items-start gap-1 text-xs text-muted-foreground">
          {Icon && <Icon aria-hidden className="mt-0.5 size-3 shrink-0" />}
          {change.words}
        </span>
      </dd>
    </div>
  );
}
