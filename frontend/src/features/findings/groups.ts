import { m } from '@/i18n/messages';
import type { Issue } from '@/types/review';
import { groupBy } from '@/utils/groupBy';
import { isNitpick } from './filters';

export const groupings = ['none', 'file', 'rule', 'category', 'severity'] as const;
export type Grouping = (typeof groupings)[number];

/** A row of the list: the head of a group, or a finding. */
export type Row =
  | { readonly kind: 'group'; readonly label: string; readonly count: number }
  /** The head of what lies behind all others and is shown when asked for. */
  | { readonly kind: 'nitpicks'; readonly count: number }
  | { readonly kind: 'finding'; readonly issue: Issue };

const labels: Record<Exclude<Grouping, 'none'>, (issue: Issue) => string> = {
  file: ({ file_path }) => file_path,
  rule: ({ rule_id }) => rule_id,
  category: ({ category }) => m.results.categories[category],
  severity: ({ severity }) => m.severity[severity],
};

/** Without groups, with what only polishes at the end, under a head of its own, if there is anything before it. */
export function rowsWithNitpicksApart(issues: readonly Issue[]): Row[] {
  const nitpicks = issues.filter(isNitpick);
  const others = issues.filter((issue) => !isNitpick(issue));
  if (nitpicks.length === 0 || others.length === 0) return rowsOf(issues, 'none');
  return [
    ...rowsOf(others, 'none'),
    { kind: 'nitpicks', count: nitpicks.length },
    ...rowsOf(nitpicks, 'none'),
  ];
}

/** What is drawn of the rows while the nitpicks are folded. */
export function withoutNitpicks(rows: readonly Row[]): readonly Row[] {
  const head = rows.findIndex(({ kind }) => kind === 'nitpicks');
  return head < 0 ? rows : rows.slice(0, head + 1);
}

/** The list as it is drawn. Groups come in the order of their first, and so their worst, finding. */
export function rowsOf(issues: readonly Issue[], grouping: Grouping): Row[] {
  const found = (issue: Issue): Row => ({ kind: 'finding', issue });
  if (grouping === 'none') return issues.map(found);
  return groupBy(issues, labels[grouping]).flatMap(([label, members]): Row[] => [
    { kind: 'group', label, count: members.length },
    ...members.map(found),
  ]);
}

/** The findings in the order of the rows, for going from one to the next. */
export function inRowOrder(rows: readonly Row[]): Issue[] {
  return rows.flatMap((row) => (row.kind === 'finding' ? [row.issue] : []));
}
