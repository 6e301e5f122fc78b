import { counted, formatDollars, formatNumber } from '@/i18n/format';
import { m } from '@/i18n/messages';

const d = m.dashboard;

/** How a figure differs from the one of the period before. */
export interface Change {
  /** Null where there is nothing to compare with. */
  readonly direction: 'up' | 'down' | 'same' | null;
  readonly words: string;
}

/** `the 30 days before`, for days such as `2026-01-31`, both of which belong to the period. */
export function periodBefore(from: string, to: string): string {
  return d.before(Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1);
}

/** How a count differs. */
export function countChange(now: number, before: number, period: string): Change {
  return differing(now - before, formatNumber, d.counts, period);
}

/** How a share from 0 to 1 differs, in percentage points; null where nothing was judged. */
export function shareChange(now: number | null, before: number | null, period: string): Change {
  if (now === null || before === null) return { direction: null, words: d.nothingToCompare };
  const points = Math.round((now - before) * 100);
  return differing(points, (count) => counted(count, d.point, d.points), d.amounts, period);
}

/** How an amount of US dollars differs. */
export function dollarChange(now: number, before: number, period: string): Change {
  return differing(now - before, formatDollars, d.amounts, period);
}

function differing(
  difference: number,
  format: (difference: number) => string,
  words: typeof d.counts | typeof d.amounts,
  period: string,
): Change {
  if (difference === 0) return { direction: 'same', words: words.same(period) };
  return difference > 0
    ? { direction: 'up', words: words.more(format(difference), period) }
    : { direction: 'down', words: words.fewer(format(-difference), period) };
}
