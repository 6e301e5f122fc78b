import { ListFilter, SearchX, X } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { EmptyState } from '@/components/common/EmptyState';
import { QueryView } from '@/components/common/QueryView';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { Skeleton } from '@/components/ui/skeleton';
import { useCommands } from '@/hooks/useCommands';
import { useMediaQuery } from '@/hooks/useMediaQuery';
import { useRules } from '@/hooks/useRules';
import { m } from '@/i18n/messages';
import type { RuleSummary } from '@/types/review';
import { filtersFrom, isFiltered, matching, searchOf, type Filters } from './filters';
import { RuleFacets } from './RuleFacets';
import { RuleTable } from './RuleTable';

const r = m.rules;
/** More rows than this are drawn when they are asked for. */
const atOnce = 250;

/** The rules of our own; what they are narrowed to is in the address. */
export function RuleCatalogue() {
  const rules = useRules();
  return (
    <QueryView query={rules} loading={<Loading />}>
      {(all) => <Narrowed all={all} />}
    </QueryView>
  );
}

function Narrowed({ all }: { all: readonly RuleSummary[] }) {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => filtersFrom(search), [search]);
  const settled = useDeferredValue(filters);
  const found = useMemo(() => matching(all, settled), [all, settled]);
  const [shown, setShown] = useState(atOnce);
  const wide = useMediaQuery('(min-width: 1024px)');
  const change = (next: Filters): void => setSearch(searchOf(next), { replace: true });
  const clear = (): void => setSearch({}, { replace: true });
  const facets = <RuleFacets rules={all} filters={filters} onChange={change} />;
  return (
    <div className="grid lg:grid-cols-[16rem_minmax(0,1fr)]">
      {wide && (
        <aside
          aria-label={r.filters}
          className="sticky top-12 max-h-[calc(100dvh-3rem)] self-start overflow-y-auto border-e border-t px-5 py-3"
        >
          {facets}
        </aside>
      )}
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-2 px-4 pb-3 lg:border-t lg:pt-3">
          <SearchField text={filters.text} onChange={(text) => change({ ...filters, text })} />
          {!wide && (
            <Popover>
              <PopoverTrigger asChild>
                <Button variant="outline">
                  <ListFilter aria-hidden className="text-muted-foreground" />
                  {r.filter}
                </Button>
              </PopoverTrigger>
              <PopoverContent
                aria-label={r.filters}
                className="max-h-[min(70dvh,var(--radix-popover-content-available-height))] w-[min(20rem,calc(100vw-1.5rem))] overflow-auto p-3"
              >
                {facets}
              </PopoverContent>
            </Popover>
          )}
          {isFiltered(filters) && (
            <Button variant="ghost" onClick={clear}>
              <X aria-hidden />
              {r.clear}
            </Button>
          )}
          <output aria-live="polite" className="tabular ms-auto text-sm text-muted-foreground">
            {r.shown(found.length, all.length)}
          </output>
        </div>
        {found.length === 0 ? (
          <EmptyState icon={SearchX} title={r.noneMatch} text={r.noneMatchText}>
            <Button variant="outline" onClick={clear}>
              {r.clear}
            </Button>
          </EmptyState>
        ) : (
          <>
            <RuleTable rules={found.slice(0, shown)} />
            {found.length > shown && (
              <Button variant="outline" className="m-4" onClick={() => setShown(shown + atOnce)}>
                {r.more(Math.min(atOnce, found.length - shown))}
              </Button>
            )}
          </>
        )}
      </div>
    </div>
  );
}

function SearchField({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  useCommands([
    {
      id: 'rules.search',
      group: m.commands.groups.here,
      label: r.search,
      keys: '/',
      run: () => field.current?.focus(),
    },
  ]);
  return (
    <Input
      ref={field}
      type="search"
      aria-label={r.search}
      placeholder={r.searchHint}
      value={text}
      className="h-8 max-w-96 flex-1 basis-44 text-sm max-sm:max-w-none max-sm:basis-full"
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function Loading() {
  return (
    <div className="grid gap-2 px-4 md:px-6">
      <Skeleton className="h-8 max-w-96" />
      {Array.from({ length: 10 }, (_, row) => (
        <Skeleton key={row} className="h-11" />
      ))}
    </div>
  );
}
