import type { Category, RuleSummary, Severity } from '@/types/review';
import { severities } from '@/utils/severity';

/** What rules can be narrowed by, each with the values of one rule. */
const facets = {
  severities: ({ severity }: RuleSummary): readonly string[] => [severity],
  languages: ({ language }: RuleSummary): readonly string[] => [language],
  categories: ({ category }: RuleSummary): readonly string[] => [category],
  engines: (rule: RuleSummary): readonly string[] => [engineOf(rule)],
  cwes: ({ cwe }: RuleSummary): readonly string[] => cwe,
} as const;

export type Facet = keyof typeof facets;
export const facetNames = Object.keys(facets) as Facet[];

/** How a rule finds: by the shape of the code, by following data from where it comes in, or as its embedded analyser does. */
export type Engine = 'pattern' | 'flow' | 'embedded';

/** The contract: the confidence of a rule is its own, except where it depends on the way that data takes. */
export function engineOf({ confidence, analyser }: Pick<RuleSummary, 'confidence' | 'analyser'>): Engine {
  if (analyser) return 'embedded';
  return confidence === null ? 'flow' : 'pattern';
}

/** Which rules are listed. Empty means all. */
export type Filters = Readonly<Record<Facet, readonly string[]>> & {
  readonly rewrites: boolean;
  readonly text: string;
};

/** The names in the address. */
const params: Record<Facet, string> = {
  severities: 'severity',
  languages: 'language',
  categories: 'category',
  engines: 'engine',
  cwes: 'cwe',
};

export function filtersFrom(search: URLSearchParams): Filters {
  const all = (facet: Facet): string[] => search.getAll(params[facet]).filter((value) => value !== '');
  return {
    severities: all('severities').filter((value) => severities.includes(value as Severity)),
    languages: all('languages'),
    categories: all('categories'),
    engines: all('engines'),
    cwes: all('cwes'),
    rewrites: search.get('fix') === 'yes',
    text: search.get('q') ?? '',
  };
}

export function searchOf(filters: Filters): URLSearchParams {
  const search = new URLSearchParams();
  for (const facet of facetNames) for (const value of filters[facet]) search.append(params[facet], value);
  if (filters.rewrites) search.set('fix', 'yes');
  if (filters.text) search.set('q', filters.text);
  return search;
}

export function isFiltered(filters: Filters): boolean {
  return searchOf(filters).size > 0;
}

export function toggled(filters: Filters, facet: Facet, value: string): Filters {
  const chosen = filters[facet];
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  return { ...filters, [facet]: next };
}

/** The rules that match, in the order they came. */
export function matching(rules: readonly RuleSummary[], filters: Filters): RuleSummary[] {
  const words = filters.text.trim().toLowerCase().split(/\s+/);
  const chosen = facetNames.filter((facet) => filters[facet].length > 0);
  return rules.filter(
    (rule) =>
      chosen.every((facet) => facets[facet](rule).some((value) => filters[facet].includes(value))) &&
      (!filters.rewrites || rule.rewrites) &&
      words.every((word) => mentions(rule, word)),
  );
}

function mentions({ id, title, cwe }: RuleSummary, word: string): boolean {
  return [id, title, ...cwe].some((part) => part.toLowerCase().includes(word));
}

/** How many rules each value of a facet would list, with all the other filters as they are. */
export function countsOf(
  rules: readonly RuleSummary[],
  filters: Filters,
  facet: Facet,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const rule of matching(rules, { ...filters, [facet]: [] })) {
    for (const value of facets[facet](rule)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** Categories as findings have them; one that is not known is shown as it is. */
export function isCategory(value: string): value is Category {
  return ['security', 'bug', 'performance', 'maintainability', 'style', 'documentation'].includes(value);
}
