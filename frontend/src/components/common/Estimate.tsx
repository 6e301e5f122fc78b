import { CircleDollarSign, Coins, FileX, Gauge, Timer, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEstimate, type Estimated } from '@/hooks/useEstimate';
import { useQuota } from '@/hooks/useQuota';
import { formatCompact, formatDay, formatDollars } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import { problemOf } from '@/services/problem';
import { InlineError } from './ErrorState';

const e = m.submit.estimate;

interface EstimateProps extends Estimated {
  /** What such runs usually take, in seconds, for as long as this one is not estimated. */
  takes: { readonly min: number; readonly max: number } | undefined;
}

/** How long the run will probably take, what it may cost, what it leaves out, and what is left of the quota. */
export function Estimate({ takes, ...of }: EstimateProps) {
  const { data: estimate, error } = useEstimate(of);
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
      {error && !isRefusal(error) && <InlineError error={error} lead={e.unknown} />}
      {skipped.length > 0 && (
        <Fact icon={FileX} title={skipped.map(({ path, reason }) => `${path}: ${reason}`).join('\n')}>
          {e.skipped(skipped.length, skipped[0]?.path ?? '', skipped[0]?.reason ?? '')}
        </Fact>
      )}
      <Left />
    </>
  );
}

/** What is asked for is not complete yet or not right; submitting it says so at its fields. */
function isRefusal(error: Error): boolean {
  return problemOf(error).status === 422;
}

type Estimated200 = NonNullable<ReturnType<typeof useEstimate>['data']>;

function Cost({ estimate }: { estimate: Estimated200 }) {
  const { analysis_mode: mode, usd, tokens, max_usd: cap, prices_as_of: day } = estimate;
  if (mode === 'deterministic') return <Fact icon={CircleDollarSign}>{e.free}</Fact>;
  return (
    <>
      {tokens && <Fact icon={Coins}>{e.tokens(formatCompact(tokens.min), formatCompact(tokens.max))}</Fact>}
      <Fact icon={CircleDollarSign} title={e.capped(formatDollars(cap))}>
        {usd ? e.dollars(formatDollars(usd.min), formatDollars(usd.max)) : e.unpriced(formatDollars(cap))}
        {usd && day && <span className="text-xs"> {e.prices(formatDay(day))}</span>}
      </Fact>
    </>
  );
}

/** What is left of the quota; nothing where there is no limit. */
function Left() {
  const { data: quota, error, isPending } = useQuota();
  const reviews = quota?.reviews_per_day.remaining ?? null;
  const money = quota?.usd_per_month.remaining ?? null;
  if (isPending) return <Loading />;
  if (error) return <InlineError error={error} lead={e.quotaUnknown} />;
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

/** Most have no quota: a grey box would only move the line when it goes. */
function Loading() {
  return (
    <span role="status" className="sr-only">
      {m.errors.loading}
    </span>
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
