import { Wallet } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '@/components/common/EmptyState';
import { QueryView } from '@/components/common/QueryView';
import { Button } from '@/components/ui/button';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import { useNow } from '@/hooks/useNow';
import { useSpending } from '@/hooks/useSpending';
import { formatDollars, formatMonth } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { lastMonths, monthOf } from './months';
import { SpendingTable } from './SpendingTable';

const a = m.administration;

/** What everybody spent on language models, by month. */
export function Spending() {
  const now = useNow(60_000);
  const [chosen, setChosen] = useState<string | null>(null);
  const month = chosen ?? monthOf(now);
  const spending = useSpending(month);
  return (
    <>
      <div className="px-4 pb-3 md:px-6">
        <Select value={month} onValueChange={setChosen}>
          <SelectTrigger aria-label={a.month}>
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            {lastMonths(now).map((known) => (
              <SelectItem key={known} value={known}>
                {formatMonth(known)}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      </div>
      <QueryView
        query={spending}
        loading={<Skeleton className="mx-4 h-96 md:mx-6" />}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={<EmptyState icon={Wallet} title={a.nobodySpent} />}
      >
        {({ pages }) => (
          <>
            <p className="px-4 pb-3 text-sm text-muted-foreground md:px-6">
              {a.total(formatDollars(pages[0]?.total_usd ?? 0))}
            </p>
            <SpendingTable people={pages.flatMap(({ items }) => items)} />
            {spending.hasNextPage && (
              <Button
                variant="outline"
                className="m-4 md:mx-6"
                disabled={spending.isFetchingNextPage}
                onClick={() => void spending.fetchNextPage()}
              >
                {a.morePeople}
              </Button>
            )}
          </>
        )}
      </QueryView>
    </>
  );
}
