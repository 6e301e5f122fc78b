import { formatScore } from '@/i18n/format';
import { m } from '@/i18n/messages';
import type { Metrics } from '@/types/review';

const scores = ['code_quality', 'security_score', 'performance_score', 'maintainability_score'] as const;

/** The scores from 0 to 10, each with its name, number and a bar. */
export function Scores({ metrics }: { metrics: Metrics }) {
  return (
    <dl aria-label={m.results.scores} className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {scores.map((name) => (
        <div key={name} className="flex items-center gap-1.5">
          <dt className="text-muted-foreground">{m.results.metrics[name]}</dt>
          <dd className="tabular flex items-center gap-1.5 font-semibold">
            <span>
              {formatScore(metrics[name])}
              <span className="text-xs font-normal text-muted-foreground">/10</span>
            </span>
            <span aria-hidden className="h-1 w-8 rounded-full bg-accent max-md:hidden">
              <span
                className="block h-1 rounded-full bg-primary dark:bg-ring"
                style={{ width: `${metrics[name] * 10}%` }}
              />
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
