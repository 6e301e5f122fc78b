import { useId } from 'react';
import { FacetGroup, FacetValue } from '@/components/common/FacetGroup';
import { weaknessName } from '@/components/common/weaknessWords';
import { m } from '@/i18n/messages';
import type { RuleSummary, Severity } from '@/types/review';
import { languageLabel } from '@/utils/languages';
import { severities } from '@/utils/severity';
import {
  countsOf,
  facetNames,
  isCategory,
  matching,
  toggled,
  type Engine,
  type Facet,
  type Filters,
} from './filters';

interface RuleFacetsProps {
  rules: readonly RuleSummary[];
  filters: Filters;
  onChange: (filters: Filters) => void;
}

/** What the rules can be narrowed by; each value says how many it would list. */
export function RuleFacets({ rules, filters, onChange }: RuleFacetsProps) {
  const id = useId();
  return (
    <div className="grid content-start gap-4 text-sm">
      {facetNames.map((facet) => (
        <FacetGroup
          key={facet}
          label={m.rules.facets[facet]}
          options={[...countsOf(rules, filters, facet)]
            .map(([value, count]) => ({ value, count, label: valueLabel(facet, value) }))
            .sort(
              (a, b) =>
                (facet === 'severities' ? bySeverity(a, b) : b.count - a.count) ||
                a.label.localeCompare(b.label),
            )}
          chosen={filters[facet]}
          onToggle={(value) => onChange(toggled(filters, facet, value))}
        />
      ))}
      <FacetValue
        id={`${id}-rewrites`}
        label={m.rules.rewrites}
        count={matching(rules, { ...filters, rewrites: true }).length}
        checked={filters.rewrites}
        onToggle={() => onChange({ ...filters, rewrites: !filters.rewrites })}
      />
    </div>
  );
}

function bySeverity(a: { value: string }, b: { value: string }): number {
  return severities.indexOf(a.value as Severity) - severities.indexOf(b.value as Severity);
}

function valueLabel(facet: Facet, value: string): string {
  switch (facet) {
    case 'severities':
      return m.severity[value as Severity];
    case 'languages':
      return languageLabel(value);
    case 'categories':
      return isCategory(value) ? m.results.categories[value] : value;
    case 'engines':
      return m.rules.engines[value as Engine];
    case 'cwes': {
      const name = weaknessName(value);
      return name ? `${value} ${name}` : value;
    }
  }
}
