import { useId } from 'react';
import { FacetGroup, FacetValue } from '@/components/common/FacetGroup';
import { m } from '@/i18n/messages';
import type { Issue } from '@/types/review';
import { facetValueLabel, flagLabel } from './facetLabels';
import { countsOf, flagNames, flags, matching, toggled, type Facet, type Filters } from './filters';

interface FacetListProps {
  issues: readonly Issue[];
  filters: Filters;
  onChange: (filters: Filters) => void;
}

const shown: readonly Facet[] = ['changes', 'states', 'categories', 'shelves', 'sources', 'files', 'rules'];
const f = m.results.filters;

/** What the findings can be narrowed by; each value says how many it would list. */
export function FacetList({ issues, filters, onChange }: FacetListProps) {
  const id = useId();
  const having = flagNames.filter((flag) => issues.some(flags[flag]));
  return (
    <div className="grid gap-3 p-2 text-sm">
      {having.length > 0 && (
        <div>
          {having.map((flag) => (
            <FacetValue
              key={flag}
              id={`${id}-${flag}`}
              label={flagLabel(flag)}
              count={matching(issues, { ...filters, [flag]: true }).length}
              checked={filters[flag]}
              onToggle={() => onChange({ ...filters, [flag]: !filters[flag] })}
            />
          ))}
        </div>
      )}
      {shown.map((facet) => (
        <FacetGroup
          key={facet}
          label={f.facets[facet]}
          options={[...countsOf(issues, filters, facet)]
            .map(([value, count]) => ({ value, count, label: facetValueLabel(facet, value) }))
            .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label))}
          chosen={filters[facet]}
          code={facet === 'files' || facet === 'rules'}
          onToggle={(value) => onChange(toggled(filters, facet, value))}
        />
      ))}
    </div>
  );
}
