import { CircleDollarSign, FileX, Gauge, Timer, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEstimate, type Estimated } from '@/hooks/useEstimate';
import { useQuota } from '@/hooks/useQuota';
import { useWorkflows } from '@/hooks/useWorkflows';
import { formatDay, formatDollars } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';

const e = m.submit.estimate;

/** How long the run will probably take, what it may cost, what it leaves out, and what is left of the quota. */
export function Estimate(of: Estimated) {
  const estimate = useEstimate(of).data;
  const takes = useWorkflows().data?.find(({ name }) => name === of.workflow)?.typical_seconds;
  const skipped = estimate?.files?.filter(({ status }) => status === 'skipped') ?? [];
  return (
    <>
      {estimate ? (
        <Fact icon={Timer} title={e.basis[estimate.seconds.basis](estimate.seconds.runs)}>
          {e.seconds(estimate.seconds.typical)}
        </Fact>
      ) : (
        takes && <Fact icon={Timer}>{m.workflows.usually(takes.min, takes.max)}</Fact>
      )}
      {estimate && <Cost estimate={estimate} />}
      {skipped.length > 0 && (
        <Fact icon={FileX} title={skipped.map(({ path, reason }) => `${path}: ${reason}`).join('\n')}>
          {e.skipped(skipped.length, skipped[0]?.path ?? '', skipped[0]?.reason ?? '')}
        </Fact>
      )}
      <Left />
    </>
  );
}

type Estimated200 = NonNullable<ReturnType<typeof useEstimate>['data']>;

function Cost({ estimate: { analysis_mode: mode, usd, prices_as_of: day } }: { estimate: Estimated200 }) {
  if (mode === 'deterministic') return <Fact icon={CircleDollarSign}>{e.free}</Fact>;
  if (!usd) return <Fact icon={CircleDollarSign}>{e.unpriced}</Fact>;
  return (
    <Fact icon={CircleDollarSign}>
      {e.dollars(formatDollars(usd.min), formatDollars(usd.max))}
      {day && <span className="text-xs"> {e.prices(formatDay(day))}</span>}
    </Fact>
  );
}

/** What is left of the quota; nothing where there is no limit. */
function Left() {
  const quota = useQuota().data;
  const reviews = quota?.reviews_per_day.remaining ?? null;
  const money = quota?.usd_per_month.remaining ?? null;
  if (reviews === null && money === null) return null;
  return (
    <Fact icon={Gauge} warns={reviews === 0 || money === 0}>
      {[
        ...(reviews === null ? [] : [reviews === 0 ? e.noneLeft : e.quota(reviews)]),
        ...(money === null ? [] : [e.money(formatDollars(money))]),
      ].join(', ')}
    </Fact>
  );
}

interface FactProps {
  icon: LucideIcon;
  title?: string | undefined;
  warns?: boolean;
  children: ReactNode;
}

function Fact({ icon: Icon, title, warns = false, children }: FactProps) {
  return (
    <span
      title={title}
      className={cn(
        'tabular inline-flex min-w-0 items-center gap-1.5',
        warns ? 'font-medium text-warning' : 'text-muted-foreground',
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 break-words">{children}</span>
    </span>
  );
}
