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
import { cn } from '@/lib/utils';
import type { Overview } from '@/types/review';
import { today } from '@/utils/today';
import { Attention } from './Attention';
import { CostChart, FindingsChart, OutcomeChart } from './Charts';
import { Figures } from './Figures';
import { periodOf, queryOf } from './period';
import { RecentReviews } from './RecentReviews';
import { TopRules } from './TopRules';

const d = m.dashboard;
const grid = 'grid grid-cols-[minmax(0,1fr)] gap-3 px-4 pb-8 md:px-6 xl:grid-cols-3';

/** How reviewing goes, over a period that the address says. */
export function DashboardView() {
  const [search, setSearch] = useSearchParams();
  const { range, interval } = periodOf(search, today());
  const overview = useOverview(queryOf(range, interval));
  const ever = useHistory({ limit: 8 });
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
        {!fresh && (
          <Link to="/reviews/new" className={buttonVariants()}>
            {m.nav.newReview}
          </Link>
        )}
      </PageHeader>
      <QueryView query={overview} loading={<Loading />}>
        {(data) => (fresh ? <Start /> : <Filled overview={data} />)}
      </QueryView>
    </>
  );
}

/** Figures first; then what was found, beside what needs attention; then the reviews themselves. */
function Filled({ overview }: { overview: Overview }) {
  return (
    <div className={cn(grid, 'items-start')}>
      <div className="xl:col-span-3">
        <Figures overview={overview} />
      </div>
      <FindingsChart overview={overview} className="h-full p-4 xl:col-span-2" />
      <div className="grid h-full grid-rows-[auto_1fr] gap-3">
        <Attention overview={overview} />
        <OutcomeChart overview={overview} className="p-4" />
      </div>
      <div className="min-w-0 xl:col-span-2">
        <RecentReviews />
      </div>
      <TopRules rules={overview.top_rules} />
      <CostChart overview={overview} className="p-4 xl:col-span-3" />
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
    <div className={grid}>
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4 xl:col-span-3">
        {Array.from({ length: 4 }, (_, figure) => (
          <Skeleton key={figure} className="h-28" />
        ))}
      </div>
      <Skeleton className="h-94 xl:col-span-2" />
      <Skeleton className="h-94" />
    </div>
  );
}
