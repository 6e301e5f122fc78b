import type { Category, Issue, IssueCounts, Severity, TriageState } from '@/types/review';
import { severities, severityRank } from '@/utils/severity';

/** `priority` is what to look at first, `all` all that counts, `dismissed` what was decided to be no problem here. */
export const tabs = ['priority', 'all', 'dismissed'] as const;
export type Tab = (typeof tabs)[number];

/** Which findings are listed. Empty means all. */
export interface Filters {
  readonly severities: readonly Severity[];
  readonly categories: readonly Category[];
  readonly shelves: readonly Issue['shelf'][];
  readonly sources: readonly string[];
  readonly files: readonly string[];
  readonly rules: readonly string[];
  /** Against the review that this one was compared with. */
  readonly changes: readonly Change[];
  readonly states: readonly TriageState[];
  /** Only those that come with a change to the code. */
  readonly fixable: boolean;
  /** Only those against which an agent holds something. */
  readonly disputed: boolean;
  readonly text: string;
}

export const noFilters: Filters = {
  severities: [],
  categories: [],
  shelves: [],
  sources: [],
  files: [],
  rules: [],
  changes: [],
  states: [],
  fixable: false,
  disputed: false,
  text: '',
};

/** What findings can be narrowed by, each with the values of one finding. */
export const facets = {
  severities: ({ severity }: Issue): readonly string[] => [severity],
  categories: ({ category }: Issue): readonly string[] => [category],
  shelves: ({ shelf }: Issue): readonly string[] => [shelf],
  sources: ({ sources }: Issue): readonly string[] => sources,
  files: ({ file_path }: Issue): readonly string[] => [file_path],
  rules: ({ rule_id }: Issue): readonly string[] => [rule_id],
  changes: ({ change }: Issue): readonly string[] => (change ? [change] : []),
  states: ({ triage }: Issue): readonly string[] => [triage.state],
} as const;

export type Facet = keyof typeof facets;
const facetNames = Object.keys(facets) as Facet[];

/** What a finding has or has not. */
export const flags = {
  fixable: ({ fix }: Issue): boolean => fix !== null,
  disputed: ({ disagreements }: Issue): boolean => (disagreements?.length ?? 0) > 0,
} as const;

export type Flag = keyof typeof flags;
export const flagNames = Object.keys(flags) as Flag[];
const flagParams: Record<Flag, string> = { fixable: 'fix', disputed: 'disputed' };

export const categories: readonly Category[] = [
  'security',
  'bug',
  'performance',
  'maintainability',
  'style',
  'documentation',
];

export const shelves: readonly Issue['shelf'][] = ['tool_confirmed', 'verified', 'unverified'];

export type Change = NonNullable<Issue['change']>;
export const changes: readonly Change[] = ['new', 'worsened', 'unchanged'];

/** The names in the address; a facet with several values is there several times, because paths contain commas. */
const params: Record<Facet, string> = {
  severities: 'severity',
  categories: 'category',
  shelves: 'shelf',
  sources: 'by',
  files: 'file',
  rules: 'rule',
  changes: 'change',
  states: 'state',
};

/** Reads the address; what it does not understand is no filter. */
export function filtersFrom(search: URLSearchParams): Filters {
  const all = (facet: Facet): string[] => search.getAll(params[facet]).filter((value) => value !== '');
  const known = <T extends string>(facet: Facet, values: readonly T[]): T[] => {
    const named = all(facet).flatMap((value) => value.split(','));
    return values.filter((value) => named.includes(value));
  };
  return {
    severities: known('severities', severities),
    categories: known('categories', categories),
    shelves: known('shelves', shelves),
    sources: all('sources'),
    files: all('files'),
    rules: all('rules'),
    changes: known('changes', changes),
    states: known('states', ['open', 'accepted', 'dismissed']),
    fixable: search.get(flagParams.fixable) === 'yes',
    disputed: search.get(flagParams.disputed) === 'yes',
    text: search.get('q') ?? '',
  };
}

/** The address with other filters; everything else in it stays. */
export function withFilters(search: URLSearchParams, filters: Filters): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const facet of facetNames) {
    next.delete(params[facet]);
    for (const value of filters[facet]) next.append(params[facet], value);
  }
  const put = (name: string, value: string): void => (value ? next.set(name, value) : next.delete(name));
  for (const flag of flagNames) put(flagParams[flag], filters[flag] ? 'yes' : '');
  put('q', filters.text);
  return next;
}

export function isFiltered(filters: Filters): boolean {
  return (
    facetNames.some((facet) => filters[facet].length > 0) ||
    flagNames.some((flag) => filters[flag]) ||
    filters.text !== ''
  );
}

/** Adds the value to a facet, or takes it out. */
export function toggled(filters: Filters, facet: Facet, value: string): Filters {
  const chosen: readonly string[] = filters[facet];
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  return { ...filters, [facet]: next };
}

/** The findings that match, as they are listed. */
export function matching(issues: readonly Issue[], filters: Filters): Issue[] {
  const words = filters.text.trim().toLowerCase();
  const chosen = facetNames.filter((facet) => filters[facet].length > 0);
  return issues.filter(
    (issue) =>
      chosen.every((facet) => {
        const wanted: readonly string[] = filters[facet];
        return facets[facet](issue).some((value) => wanted.includes(value));
      }) &&
      flagNames.every((flag) => !filters[flag] || flags[flag](issue)) &&
      mentions(issue, words),
  );
}

/** How many findings each value of a facet would list, with all the other filters as they are. */
export function countsOf(
  issues: readonly Issue[],
  filters: Filters,
  facet: Facet,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const issue of matching(issues, { ...filters, [facet]: [] })) {
    for (const value of facets[facet](issue)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** Whether somebody decided that it is no problem here; then it counts nowhere. */
export function isDismissed({ triage }: Issue): boolean {
  return triage.state === 'dismissed';
}

/** What to look at first: what can do harm and is not a mere guess. */
export function isPriority({ severity, category, shelf, confidence }: Issue): boolean {
  if (shelf === 'unverified') return false;
  if (severity === 'critical' || severity === 'high') return true;
  return severity === 'medium' && (category === 'security' || category === 'bug') && confidence >= 0.7;
}

/** What only polishes: it may be left unread without harm. */
export function isNitpick({ severity, category }: Issue): boolean {
  return (
    severity === 'info' || (severity === 'low' && (category === 'style' || category === 'documentation'))
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
      (a.file_path < b.file_path ? -1 : a.file_path > b.file_path ? 1 : 0) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
}

export function countBySeverity(issues: readonly Issue[]): IssueCounts {
  const counts: IssueCounts = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { severity } of issues) counts[severity] += 1;
  return counts;
}
