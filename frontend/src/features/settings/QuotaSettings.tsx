import { QueryView } from '@/components/common/QueryView';
import { Card, CardContent, CardHeader } from '@/components/ui/card';
import { Progress } from '@/components/ui/progress';
import { Skeleton } from '@/components/ui/skeleton';
import { useQuota } from '@/hooks/useQuota';
import { formatDateTime, formatDollars, formatNumber } from '@/i18n/format';
import { m } from '@/i18n/messages';
import type { QuotaUse } from '@/types/review';

const q = m.settings.quota;

/** What may be used, what of it is used, and when it counts from 0 again. */
export function QuotaSettings() {
  const quota = useQuota();
  return (
    <Card>
      <CardHeader title={q.title} description={q.text} />
      <CardContent>
        <QueryView query={quota} loading={<Skeleton className="h-28" />}>
          {({ reviews_per_day: reviews, usd_per_month: money }) => (
            <div className="grid gap-5 sm:grid-cols-2">
              <Part title={q.reviews} part={reviews} format={formatNumber} />
              <Part title={q.money} part={money} format={formatDollars} />
            </div>
          )}
        </QueryView>
      </CardContent>
    </Card>
  );
}

interface PartProps {
  title: string;
  part: QuotaUse['usd_per_month'];
  format: (value: number) => string;
}

function Part({ title, part: { limit, used, renews_at: renewsAt }, format }: PartProps) {
  return (
    <section className="grid content-start gap-1.5 text-sm">
      <h3 className="text-xs font-semibold text-muted-foreground">{title}</h3>
      <p className="tabular font-medium">
        {limit === null ? q.unlimited(format(used)) : q.of(format(used), format(limit))}
      </p>
      {limit !== null && limit > 0 && <Progress value={Math.min(100, (used / limit) * 100)} label={title} />}
      <p className="text-xs text-muted-foreground">{q.renews(formatDateTime(renewsAt))}</p>
    </section>
  );
}
