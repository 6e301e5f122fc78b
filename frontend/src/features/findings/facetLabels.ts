import { m } from '@/i18n/messages';
import type { Category, Issue, Severity, TriageState } from '@/types/review';
import type { Change, Facet, Flag } from './filters';

/** The name of an agent or an analyser. */
export function sourceLabel(source: string): string {
  return m.running.agents[source] ?? source;
}

export function flagLabel(flag: Flag): string {
  return flag === 'fixable' ? m.results.hasFix : m.results.disagreement.title;
}

/** What a value of a facet is called; paths and rules are their own names. */
export function facetValueLabel(facet: Facet, value: string): string {
  switch (facet) {
    case 'severities':
      return m.severity[value as Severity];
    case 'categories':
      return m.results.categories[value as Category];
    case 'shelves':
      return m.results.shelf[value as Issue['shelf']];
    case 'changes':
      return m.results.change[value as Change];
    case 'states':
      return m.results.triage.states[value as TriageState];
    case 'sources':
      return sourceLabel(value);
    case 'files':
    case 'rules':
      return value;
  }
}
