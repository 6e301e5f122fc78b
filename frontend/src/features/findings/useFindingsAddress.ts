import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { filtersFrom, withFilters, type Filters } from './filters';

/** On narrow screens one of the panes is shown. */
export type View = 'findings' | 'code';

/** What the address says about the results page: filters, the open finding, the file and the pane that are shown. */
export function useFindingsAddress() {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => filtersFrom(search), [search]);
  const openId = search.get('finding');
  const view: View = search.get('view') === 'code' ? 'code' : 'findings';

  const setFilters = useCallback(
    (next: Filters) => setSearch((current) => withFilters(current, next), { replace: true }),
    [setSearch],
  );

  /** Opening pushes, so that Back returns to the list; going on to another one replaces. */
  const open = useCallback(
    (id: string | null, show: View = 'findings') =>
      setSearch(
        (current) => {
          const next = new URLSearchParams(current);
          if (id === null) next.delete('finding');
          else next.set('finding', id);
          next.delete('shown');
          if (show === 'code') next.set('view', show);
          else next.delete('view');
          return next;
        },
        { replace: openId !== null },
      ),
    [openId, setSearch],
  );

  const show = useCallback(
    (next: View) =>
      setSearch(
        (current) => {
          const changed = new URLSearchParams(current);
          if (next === 'code') changed.set('view', next);
          else changed.delete('view');
          return changed;
        },
        { replace: true },
      ),
    [setSearch],
  );

  const showFile = useCallback(
    (path: string) =>
      setSearch(
        (current) => {
          const next = new URLSearchParams(current);
          next.delete('finding');
          next.set('shown', path);
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );

  /** The address of a finding, keeping the filters. */
  const linkTo = useCallback(
    (id: string) => {
      const next = new URLSearchParams(search);
      next.set('finding', id);
      next.delete('view');
      next.delete('shown');
      return `?${next.toString()}`;
    },
    [search],
  );

  return { filters, setFilters, openId, open, view, show, shownFile: search.get('shown'), showFile, linkTo };
}

export type FindingsAddress = ReturnType<typeof useFindingsAddress>;
