import { formatScore } from '@/i18n/format';
import { m } from '@/i18n/messages';
import type { Metrics } from '@/types/review';

const scores = ['code_quality', 'security_score', 'performance_score', 'maintainability_score'] as const;

/** The scores from 0 to 10, each with its name, number and a bar. */
export function Scores({ metrics }: { metrics: Metrics }) {
  return (
    <dl aria-label={m.results.scores} className="grid grid-cols-2 gap-x-6 gap-y-2 sm:flex sm:gap-x-4">
      {scores.map((name) => (
        <div key={name} className="sm:w-22">
          <dt className="truncate text-xs text-muted-foreground">{m.results.metrics[name]}</dt>
          <dd className="tabular text-lg font-semibold">
            {formatScore(metrics[name])}
            <span className="text-xs font-normal text-muted-foreground">/10</span>
            <span aria-hidden className="mt-1 block h-1 rounded-full bg-accent">
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
