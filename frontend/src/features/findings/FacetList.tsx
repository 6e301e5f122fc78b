import { useId } from 'react';
import { FacetGroup, FacetValue } from '@/components/common/FacetGroup';
import { m } from '@/i18n/messages';
import type { Issue } from '@/types/review';
import { facetValueLabel } from './facetLabels';
import { countsOf, toggled, type Facet, type Filters } from './filters';

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
  const fixes = issues.filter(({ fix }) => fix !== null).length;
  return (
    <div className="grid gap-3 p-2 text-sm">
      {fixes > 0 && (
        <FacetValue
          id={`${id}-fix`}
          label={m.results.hasFix}
          count={fixes}
          checked={filters.fixable}
          onToggle={() => onChange({ ...filters, fixable: !filters.fixable })}
        />
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
