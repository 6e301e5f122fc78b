import { formatDollars, formatNumber, formatPercent } from '@/i18n/format';
import { m } from '@/i18n/messages';
import type { Overview } from '@/types/review';
import { countChange, dollarChange, shareChange } from './change';

const d = m.dashboard;

/** The four figures, each with its change against the period before. */
export function Figures({ total, previous }: Pick<Overview, 'total' | 'previous'>) {
  const { pass_rate: rate } = total.gate;
  return (
    <dl aria-label={d.figures} className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Figure
        label={d.reviews}
        value={formatNumber(total.completed)}
        change={countChange(total.completed, previous.completed)}
      />
      <Figure
        label={d.findings}
        value={formatNumber(total.issues)}
        change={countChange(total.issues, previous.issues)}
      />
      <Figure
        label={d.passRate}
        value={rate === null ? d.nothingJudged : formatPercent(rate)}
        change={shareChange(rate, previous.gate.pass_rate)}
      />
      <Figure
        label={d.cost}
        value={formatDollars(total.cost_usd)}
        change={dollarChange(total.cost_usd, previous.cost_usd)}
      />
    </dl>
  );
}

function Figure({ label, value, change }: { label: string; value: string; change: string }) {
  return (
    <div className="min-w-0 rounded-lg border bg-card p-4">
      <dt className="text-sm text-muted-foreground">{label}</dt>
      <dd>
        <span className="tabular block text-2xl font-semibold">{value}</span>
        <span className="block text-xs text-muted-foreground">{change}</span>
      </dd>
    </div>
  );
}
