import { formatScore } from '@/i18n/format';
import { m } from '@/i18n/messages';
import type { Metrics } from '@/types/review';

/** The scores from 0 to 10, each with its name, number and a bar. */
export function Scores({ metrics }: { metrics: Metrics }) {
  return (
    <dl aria-label={m.results.scores} className="grid grow grid-cols-2 gap-x-6 gap-y-2 sm:flex sm:grow-0">
      {Object.entries(metrics).map(([name, score]) => (
        <div key={name} className="sm:w-22">
          <dt className="truncate text-xs text-muted-foreground">{m.results.metrics[name] ?? name}</dt>
          <dd className="tabular text-lg font-semibold">
            {formatScore(score)}
            <span className="text-xs font-normal text-muted-foreground">/10</span>
            <span aria-hidden className="mt-1 block h-1 rounded-full bg-accent">
              <span
                className="block h-1 rounded-full bg-primary dark:bg-ring"
                style={{ width: `${score * 10}%` }}
              />
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
