import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { filtersFrom, tabs, withFilters, type Filters, type Tab } from './filters';
import { groupings, type Grouping } from './groups';

/** On narrow screens one of the panes is shown. */
export type View = 'findings' | 'code';

/** What belongs to the open finding and goes with it. */
const ofTheFinding = ['step', 'at', 'shown', 'view'];

/** What the address says about the results page: tab, filters, the open finding, its step, the file and pane shown. */
export function useFindingsAddress() {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => filtersFrom(search), [search]);
  const openId = search.get('finding');
  const view: View = search.get('view') === 'code' ? 'code' : 'findings';

  const change = useCallback(
    (edit: (next: URLSearchParams) => URLSearchParams, replace = true) =>
      setSearch((current) => edit(new URLSearchParams(current)), { replace, preventScrollReset: true }),
    [setSearch],
  );
  const put = useCallback(
    (name: string, value: string | null) => change((next) => withValue(next, name, value)),
    [change],
  );

  const setFilters = useCallback((next: Filters) => change((now) => withFilters(now, next)), [change]);
  /** Opening pushes, so that Back returns to the list; going on to another one replaces. */
  const open = useCallback(
    (id: string | null) => change((next) => atFinding(next, id), openId !== null),
    [change, openId],
  );
  const showFile = useCallback(
    (path: string) => change((next) => withValue(atFinding(next, null, ['view']), 'shown', path)),
    [change],
  );
  /** The address of a finding, keeping the filters. */
  const linkTo = useCallback(
    (id: string) => `?${atFinding(new URLSearchParams(search), id).toString()}`,
    [search],
  );

  /** The address of a line that an answer rests on, beside what is open. */
  const linkToLine = useCallback(
    (path: string, line: number) => {
      const next = new URLSearchParams(search);
      next.delete('step');
      next.set('view', 'code');
      return `?${withValue(next, 'at', `${path}:${line}`).toString()}`;
    },
    [search],
  );

  return {
    filters,
    setFilters,
    /** Null: as the page thinks best. */
    tab: tabs.find((tab) => tab === search.get('tab')) ?? null,
    setTab: useCallback((tab: Tab) => put('tab', tab), [put]),
    grouping: groupings.find((grouping) => grouping === search.get('group')) ?? 'none',
    setGrouping: useCallback(
      (grouping: Grouping) => put('group', grouping === 'none' ? null : grouping),
      [put],
    ),
    /** Whether what only polishes is shown, too. */
    nitpicks: search.get('nitpicks') === 'shown',
    /** Folding them may take the open finding along. */
    showNitpicks: useCallback(
      (shown: boolean, closing = false) =>
        change((next) =>
          withValue(closing ? atFinding(next, null) : next, 'nitpicks', shown ? 'shown' : null),
        ),
      [change],
    ),
    openId,
    open,
    /** The step of the open finding that the code shows, from 0; null for the finding itself. */
    step: stepOf(search.get('step')),
    showStep: useCallback(
      (step: number | null) =>
        change((next) => {
          next.delete('at');
          return withValue(next, 'step', step === null ? null : String(step + 1));
        }),
      [change],
    ),
    /** The line that the code shows instead, because an answer rests on it. */
    place: useMemo(() => placeOf(search.get('at')), [search]),
    linkToLine,
    view,
    show: useCallback((next: View) => put('view', next === 'code' ? next : null), [put]),
    shownFile: search.get('shown'),
    showFile,
    linkTo,
  };
}

export type FindingsAddress = ReturnType<typeof useFindingsAddress>;

function withValue(search: URLSearchParams, name: string, value: string | null): URLSearchParams {
  if (value) search.set(name, value);
  else search.delete(name);
  return search;
}

function atFinding(
  search: URLSearchParams,
  id: string | null,
  keep: readonly string[] = [],
): URLSearchParams {
  for (const name of ofTheFinding) if (!keep.includes(name)) search.delete(name);
  return withValue(search, 'finding', id);
}

function placeOf(value: string | null): { readonly path: string; readonly line: number } | null {
  const [, path, line] = /^(.+):(\d+)$/.exec(value ?? '') ?? [];
  return path && Number(line) > 0 ? { path, line: Number(line) } : null;
}

function stepOf(value: string | null): number | null {
  const step = Number(value);
  return value !== null && Number.isInteger(step) && step > 0 ? step - 1 : null;
}
