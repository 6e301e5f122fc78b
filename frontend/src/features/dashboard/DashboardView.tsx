import { KeyRound, SquarePen } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { DateRange } from '@/components/common/DateRange';
import { EmptyState } from '@/components/common/EmptyState';
import { PageHeader } from '@/components/common/PageHeader';
import { QueryView } from '@/components/common/QueryView';
import { buttonVariants } from '@/components/ui/button';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import { useOverview } from '@/hooks/useAnalytics';
import { useHistory } from '@/hooks/useHistory';
import { m } from '@/i18n/messages';
import type { Overview } from '@/types/review';
import { today } from '@/utils/today';
import { Attention } from './Attention';
import { Charts } from './Charts';
import { Figures } from './Figures';
import { periodOf, queryOf } from './period';
import { RecentReviews } from './RecentReviews';
import { TopRules } from './TopRules';

const d = m.dashboard;

/** How reviewing goes, over a period that the address says. */
export function DashboardView() {
  const [search, setSearch] = useSearchParams();
  const { range, interval } = periodOf(search, today());
  const overview = useOverview(queryOf(range, interval));
  const ever = useHistory({ limit: 6 });
  const fresh = ever.data?.items.length === 0;

  const change = (changes: Readonly<Record<string, string | null>>): void =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value) after.set(name, value);
          else after.delete(name);
        }
        return after;
      },
      { replace: true },
    );

  return (
    <>
      <PageHeader title={d.title}>
        {!fresh && (
          <>
            <DateRange
              value={range}
              today={today()}
              openEnded={false}
              onChange={({ from, to }) => change({ from, to, by: null })}
            />
            <Select value={interval} onValueChange={(by) => change({ by })}>
              <SelectTrigger aria-label={d.interval}>
                <SelectValue />
              </SelectTrigger>
              <SelectContent>
                <SelectItem value="daily">{d.daily}</SelectItem>
                <SelectItem value="weekly">{d.weekly}</SelectItem>
              </SelectContent>
            </Select>
          </>
        )}
        <Link to="/reviews/new" className={buttonVariants()}>
          {m.nav.newReview}
        </Link>
      </PageHeader>
      <QueryView query={overview} loading={<Loading />}>
        {(data) => (fresh ? <Start /> : <Filled overview={data} />)}
      </QueryView>
    </>
  );
}

function Filled({ overview }: { overview: Overview }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 px-4 md:px-6 xl:grid-cols-2">
      <div className="xl:col-span-2">
        <Figures total={overview.total} previous={overview.previous} />
      </div>
      <Charts overview={overview} />
      <div className="xl:col-span-2">
        <RecentReviews />
      </div>
      <Attention overview={overview} />
      <TopRules rules={overview.top_rules} />
    </div>
  );
}

/** Who has nothing yet is shown how to begin, not zeros. */
function Start() {
  return (
    <EmptyState icon={SquarePen} title={d.start} text={d.startText}>
      <Link to="/reviews/new" className={buttonVariants()}>
        {m.nav.newReview}
      </Link>
      <Link to="/settings/keys" className={buttonVariants({ variant: 'outline' })}>
        <KeyRound aria-hidden />
        {d.apiKey}
      </Link>
    </EmptyState>
  );
}

function Loading() {
  return (
    <div className="grid gap-3 px-4 md:px-6 xl:grid-cols-2">
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4 xl:col-span-2">
        {Array.from({ length: 4 }, (_, figure) => (
          <Skeleton key={figure} className="h-26" />
        ))}
      </div>
      <Skeleton className="h-80" />
      <Skeleton className="h-80" />
    </div>
  );
}
