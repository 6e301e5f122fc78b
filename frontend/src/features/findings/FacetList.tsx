import { useId, useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { formatNumber } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
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
        <FacetGroup key={facet} {...{ facet, issues, filters, onChange }} />
      ))}
    </div>
  );
}

const longList = 8;
const mostShown = 30;

function FacetGroup({ facet, issues, filters, onChange }: FacetListProps & { facet: Facet }) {
  const id = useId();
  const [query, setQuery] = useState('');
  const counts = [...countsOf(issues, filters, facet)]
    .map(([value, count]) => ({ value, count, label: facetValueLabel(facet, value) }))
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
  if (counts.length === 0) return null;
  const found = counts.filter(({ label }) => label.toLowerCase().includes(query.toLowerCase()));
  const chosen: readonly string[] = filters[facet];
  return (
    <fieldset className="min-w-0">
      <legend className="px-1 pb-1 text-xs font-semibold text-muted-foreground">{f.facets[facet]}</legend>
      {counts.length > longList && (
        <Input
          type="search"
          aria-label={f.searchIn(f.facets[facet])}
          placeholder={f.searchIn(f.facets[facet])}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          className="mb-1 h-7 text-sm"
        />
      )}
      {found.slice(0, mostShown).map(({ value, count, label }) => (
        <FacetValue
          key={value}
          id={`${id}-${value}`}
          label={label}
          count={count}
          checked={chosen.includes(value)}
          code={facet === 'files' || facet === 'rules'}
          onToggle={() => onChange(toggled(filters, facet, value))}
        />
      ))}
      {found.length > mostShown && (
        <p className="px-1 text-xs text-muted-foreground">{f.furtherValues(found.length - mostShown)}</p>
      )}
    </fieldset>
  );
}

interface FacetValueProps {
  id: string;
  label: string;
  count: number;
  checked: boolean;
  code?: boolean;
  onToggle: () => void;
}

function FacetValue({ id, label, count, checked, code = false, onToggle }: FacetValueProps) {
  return (
    <label
      htmlFor={id}
      className="flex min-h-8 items-center gap-2.5 rounded-md px-1 hover:bg-accent touch:min-h-11"
    >
      <Checkbox id={id} checked={checked} onCheckedChange={onToggle} />
      <span className={cn('min-w-0 flex-1 truncate', code && 'font-mono text-xs')} title={label}>
        {label}
      </span>
      <span className="tabular text-xs text-muted-foreground">{formatNumber(count)}</span>
    </label>
  );
}
