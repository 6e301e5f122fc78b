import type { Severity } from '@/types/review';

/** Worst first: the order in which severities are listed everywhere. */
export const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

/** 0 for the worst; a severity that is not known ranks after all. */
export function severityRank(severity: Severity): number {
  const rank = severities.indexOf(severity);
  return rank < 0 ? severities.length : rank;
}
