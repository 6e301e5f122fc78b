import type { ChartRow } from '@/components/chart/series';
import { formatDateTime, formatShortDate } from '@/i18n/format';
import type { ReviewListItem } from '@/types/review';
import { severities } from '@/utils/severity';

export const scoreNames = [
  'security_score',
  'code_quality',
  'performance_score',
  'maintainability_score',
] as const;

/** The reviews that have results, oldest first. */
export function finished(items: readonly ReviewListItem[]): readonly ReviewListItem[] {
  return items.filter(({ issue_counts, metrics }) => issue_counts !== null && metrics !== null).toReversed();
}

/** One row a review: how many findings it has of each severity. */
export function findingRows(reviews: readonly ReviewListItem[]): readonly ChartRow[] {
  return reviews.map(({ created_at, issue_counts }) => ({
    label: formatDateTime(created_at),
    tick: formatShortDate(created_at),
    values: Object.fromEntries(severities.map((severity) => [severity, issue_counts?.[severity] ?? 0])),
  }));
}

/** One row a review: its scores; a score that it has not is left out. */
export function scoreRows(reviews: readonly ReviewListItem[]): readonly ChartRow[] {
  return reviews.map(({ created_at, metrics }) => ({
    label: formatDateTime(created_at),
    tick: formatShortDate(created_at),
    values: Object.fromEntries(
      scoreNames.flatMap((name) => {
        const score = metrics?.[name];
        return typeof score === 'number' ? [[name, score]] : [];
      }),
    ),
  }));
}

export function findingsOf({ issue_counts }: ReviewListItem): number {
  return severities.reduce((sum, severity) => sum + (issue_counts?.[severity] ?? 0), 0);
}
