import type { Category, Issue, IssueCounts, Severity } from '@/types/review';
import { severities, severityRank } from '@/utils/severity';

/** Which findings are listed. Empty and null mean all. */
export interface Filters {
  readonly severities: readonly Severity[];
  readonly category: Category | null;
  readonly file: string | null;
  readonly text: string;
}

export const categories: readonly Category[] = [
  'security',
  'bug',
  'performance',
  'maintainability',
  'style',
  'documentation',
];

/** Reads the address; what it does not understand is no filter. */
export function filtersFrom(search: URLSearchParams): Filters {
  const named = (search.get('severity') ?? '').split(',');
  return {
    severities: severities.filter((severity) => named.includes(severity)),
    category: categories.find((category) => category === search.get('category')) ?? null,
    file: search.get('file'),
    text: search.get('q') ?? '',
  };
}

/** The address with other filters; everything else in it stays. */
export function withFilters(search: URLSearchParams, filters: Filters): URLSearchParams {
  const next = new URLSearchParams(search);
  const put = (name: string, value: string | null): void =>
    value ? next.set(name, value) : next.delete(name);
  put('severity', filters.severities.join(','));
  put('category', filters.category);
  put('file', filters.file);
  put('q', filters.text);
  return next;
}

export function isFiltered({ severities: chosen, category, file, text }: Filters): boolean {
  return chosen.length > 0 || category !== null || file !== null || text !== '';
}

/** The findings that match, as they are listed. */
export function matching(issues: readonly Issue[], filters: Filters): Issue[] {
  return issues.filter(
    (issue) =>
      (filters.severities.length === 0 || filters.severities.includes(issue.severity)) &&
      (filters.category === null || issue.category === filters.category) &&
      (filters.file === null || issue.file_path === filters.file) &&
      mentions(issue, filters.text.trim().toLowerCase()),
  );
}

function mentions({ message, rule_id, file_path, cwe }: Issue, text: string): boolean {
  return (
    text === '' || [message, rule_id, file_path, ...cwe].some((part) => part.toLowerCase().includes(text))
  );
}

/** Worst first, then by place. */
export function inReadingOrder(issues: readonly Issue[]): Issue[] {
  return [...issues].sort(
    (a, b) =>
      severityRank(a.severity) - severityRank(b.severity) ||
      a.file_path.localeCompare(b.file_path) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
}

export function countBySeverity(issues: readonly Issue[]): IssueCounts {
  const counts: IssueCounts = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { severity } of issues) counts[severity] += 1;
  return counts;
}
