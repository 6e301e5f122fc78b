import { ListFilter, Search, X } from 'lucide-react';
import { useState } from 'react';
import { SeverityIcon } from '@/components/common/Severity';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { Issue } from '@/types/review';
import { severities } from '@/utils/severity';
import { FacetList } from './FacetList';
import { facetValueLabel, flagLabel } from './facetLabels';
import {
  countsOf,
  flagNames,
  isFiltered,
  noFilters,
  tabs,
  toggled,
  type Facet,
  type Filters,
  type Tab,
} from './filters';
import type { FindingsAddress } from './useFindingsAddress';

interface FilterBarProps {
  /** Those of the tab. */
  issues: readonly Issue[];
  shown: number;
  tab: Tab;
  counts: Readonly<Record<Tab, number>>;
  address: FindingsAddress;
}

const f = m.results.filters;

/** Tabs, counts by severity that are filters too, and everything else to narrow by. The counts equal the list below. */
export function FilterBar({ issues, shown, tab, counts, address }: FilterBarProps) {
  const { filters, setFilters, setTab } = address;
  const bySeverity = countsOf(issues, filters, 'severities');
  return (
    <div className="grid border-t print:hidden">
      <div
        role="group"
        aria-label={f.label}
        className="flex flex-wrap items-center gap-x-2 gap-y-2 px-4 py-2 md:px-6"
      >
        <div role="group" aria-label={f.tabs} className="flex rounded-md border bg-muted p-0.5">
          {tabs
            .filter((name) => name !== 'dismissed' || counts.dismissed > 0)
            .map((name) => (
              <button
                key={name}
                type="button"
                aria-pressed={tab === name}
                title={f.tabHint[name]}
                onClick={() => setTab(name)}
                className="tabular h-6.5 rounded-sm px-2.5 text-sm font-medium text-muted-foreground aria-pressed:bg-card aria-pressed:text-foreground aria-pressed:shadow-xs touch:h-10"
              >
                {f.tab[name]} <span className="font-normal">{counts[name]}</span>
              </button>
            ))}
        </div>
        <span aria-hidden className="h-5 border-s max-sm:hidden" />
        <div className="flex flex-wrap gap-1 max-sm:order-2">
          {severities.map((severity) => {
            const count = bySeverity.get(severity) ?? 0;
            const pressed = filters.severities.includes(severity);
            return (
              <button
                key={severity}
                type="button"
                aria-pressed={pressed}
                title={m.severity[severity]}
                onClick={() => setFilters(toggled(filters, 'severities', severity))}
                className={cn(
                  'tabular inline-flex h-8 items-center gap-1.5 rounded-md border px-2 text-sm transition-colors duration-150 touch:h-11',
                  pressed ? 'border-ring bg-accent' : 'border-transparent hover:bg-accent',
                  count === 0 && !pressed && 'text-muted-foreground',
                )}
              >
                <SeverityIcon severity={severity} decorative />
                <span className="max-xl:sr-only">{m.severity[severity]}</span>
                <span className={cn(count > 0 && 'font-semibold')}>{count}</span>
              </button>
            );
          })}
        </div>
        <Popover>
          <PopoverTrigger asChild>
            <Button variant="outline" className="max-sm:order-3 max-sm:ms-auto">
              <ListFilter aria-hidden className="text-muted-foreground" />
              <span className="max-[429px]:sr-only">{f.more}</span>
            </Button>
          </PopoverTrigger>
          <PopoverContent
            aria-label={f.more}
            className="max-h-[min(70dvh,var(--radix-popover-content-available-height))] w-[min(20rem,calc(100vw-1.5rem))] overflow-auto"
          >
            <FacetList issues={issues} filters={filters} onChange={setFilters} />
          </PopoverContent>
        </Popover>
        <TextFilter value={filters.text} onChange={(text) => setFilters({ ...filters, text })} />
        <output className="sr-only" aria-live="polite">
          {m.results.shown(shown, counts.all + counts.dismissed)}
        </output>
      </div>
      {isFiltered(filters) && <ActiveFilters filters={filters} onChange={setFilters} />}
    </div>
  );
}

/** Each filter in force, which a click takes away. */
function ActiveFilters({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }) {
  const named = (
    ['changes', 'states', 'categories', 'shelves', 'sources', 'files', 'rules'] as const
  ).flatMap((facet: Facet) =>
    filters[facet].map((value) => ({
      label: facetValueLabel(facet, value),
      without: toggled(filters, facet, value),
    })),
  );
  for (const flag of flagNames) {
    if (filters[flag]) named.push({ label: flagLabel(flag), without: { ...filters, [flag]: false } });
  }
  return (
    <div className="flex flex-wrap items-center gap-1.5 px-4 pb-2 md:px-6">
      {named.map(({ label, without }) => (
        <button
          key={label}
          type="button"
          aria-label={f.remove(label)}
          onClick={() => onChange(without)}
          className="inline-flex h-6 max-w-72 items-center gap-1 rounded-sm bg-secondary px-1.5 text-xs text-secondary-foreground hover:bg-accent touch:h-9"
        >
          <span className="truncate">{label}</span>
          <X aria-hidden className="size-3 shrink-0" />
        </button>
      ))}
      <Button variant="ghost" size="sm" onClick={() => onChange(noFilters)}>
        {f.clear}
      </Button>
    </div>
  );
}

/** Typing shows at once; the address follows, and must not hold the letters back. */
function TextFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    if (value === '') setText(''); // cleared elsewhere
  }
  return (
    <div className="relative ms-auto min-w-30 flex-1 max-sm:order-1 sm:max-w-64 sm:min-w-36">
      <Search
        aria-hidden
        className="pointer-events-none absolute start-2.5 top-1/2 size-4 -translate-y-1/2 text-muted-foreground"
      />
      <Input
        type="search"
        id="finding-filter"
        aria-label={f.text}
        aria-keyshortcuts="/"
        placeholder={f.text}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          onChange(event.target.value);
        }}
        className="h-8 ps-8 text-sm"
      />
    </div>
  );
}
