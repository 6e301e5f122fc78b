import { Gauge, Timer } from 'lucide-react';
import { useQuota } from '@/hooks/useQuota';
import { useWorkflows } from '@/hooks/useWorkflows';
import { formatDollars } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';

/** How long the chosen workflow usually takes, and what is left of the quota; nothing where there is no limit. */
export function Estimate({ workflow }: { workflow: string }) {
  const takes = useWorkflows().data?.find(({ name }) => name === workflow)?.typical_seconds;
  const quota = useQuota().data;
  const reviews = quota?.reviews_per_day.remaining ?? null;
  const money = quota?.usd_per_month.remaining ?? null;
  const e = m.submit.estimate;
  return (
    <>
      {takes && (
        <span className="tabular inline-flex items-center gap-1.5 text-muted-foreground">
          <Timer aria-hidden className="size-4" />
          {m.workflows.usually(takes.min, takes.max)}
        </span>
      )}
      {(reviews !== null || money !== null) && (
        <span
          className={cn(
            'tabular inline-flex items-center gap-1.5',
            reviews === 0 || money === 0 ? 'font-medium text-warning' : 'text-muted-foreground',
          )}
        >
          <Gauge aria-hidden className="size-4" />
          {[
            ...(reviews === null ? [] : [reviews === 0 ? e.noneLeft : e.quota(reviews)]),
            ...(money === null ? [] : [e.money(formatDollars(money))]),
          ].join(', ')}
        </span>
      )}
    </>
  );
}
