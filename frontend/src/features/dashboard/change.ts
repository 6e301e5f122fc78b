import { formatDollars, formatNumber } from '@/i18n/format';
import { m } from '@/i18n/messages';

const d = m.dashboard;

/** How a count differs from the period before. */
export function countChange(now: number, before: number): string {
  if (now === before) return d.same;
  return now > before ? d.more(formatNumber(now - before)) : d.fewer(formatNumber(before - now));
}

/** How a share from 0 to 1 differs, in percentage points; null where nothing was judged. */
export function shareChange(now: number | null, before: number | null): string {
  if (now === null || before === null) return d.points.none;
  const points = Math.round((now - before) * 100);
  if (points === 0) return d.points.same;
  return points > 0 ? d.points.up(formatNumber(points)) : d.points.down(formatNumber(-points));
}

/** How an amount of US dollars differs. */
export function dollarChange(now: number, before: number): string {
  if (now === before) return d.dollars.same;
  return now > before
    ? d.dollars.up(formatDollars(now - before))
    : d.dollars.down(formatDollars(before - now));
}
