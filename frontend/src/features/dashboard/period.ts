import { lastDays, type Range } from '@/components/common/DateRange';
import type { AnalyticsQuery } from '@/types/review';

export type Interval = 'daily' | 'weekly';

/** More days than this are read better by week. */
const mostDailyBars = 62;

/** What the address asks for: the last thirty days by day, unless it says otherwise. */
export function periodOf(search: URLSearchParams, today: string): { range: Range; interval: Interval } {
  const from = dayOf(search.get('from'));
  const to = dayOf(search.get('to'));
  const range = from && to && from <= to ? { from, to } : lastDays(today, 30);
  const asked = search.get('by');
  const interval = asked === 'daily' || asked === 'weekly' ? asked : usualInterval(range);
  return { range, interval };
}

export function queryOf({ from, to }: Range, interval: Interval): AnalyticsQuery {
  return {
    from: from ?? undefined,
    to: to ?? undefined,
    interval,
    time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

function usualInterval({ from, to }: Range): Interval {
  const days = from && to ? (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1 : 0;
  return days > mostDailyBars ? 'weekly' : 'daily';
}

function dayOf(value: string | null): string | null {
  return value && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;
}
