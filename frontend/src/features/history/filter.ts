import type { Range } from '@/components/common/DateRange';
import type { HistoryQuery, JobStatus, Language } from '@/types/review';
import { languages } from '@/utils/languages';

/** Statuses as people ask for them. */
export const statusGroups: Readonly<Record<string, JobStatus[]>> = {
  open: ['queued', 'running', 'awaiting_approval'],
  completed: ['completed'],
  failed: ['failed'],
  cancelled: ['cancelled'],
};

export const workflows = [
  'quick_code_review',
  'code_analysis',
  'security_audit',
  'documentation_generation',
  'quick_documentation',
  'deployment',
  'research',
  'comprehensive_feature_review',
] as const satisfies readonly NonNullable<HistoryQuery['workflow']>[];

export const orders = ['newest', 'oldest'] as const;

export const pageSizes = [20, 50, 100] as const;

/** What the history shows, as the address says it. */
export interface HistoryFilter {
  readonly range: Range;
  readonly workflow: (typeof workflows)[number] | null;
  /** A key of {@link statusGroups}. */
  readonly status: string | null;
  readonly project: string | null;
  readonly language: Language | null;
  readonly text: string;
  readonly order: (typeof orders)[number];
  readonly pageSize: (typeof pageSizes)[number];
  readonly cursor: string | null;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/** What the address asks for; what it can't mean is left out. */
export function filterOf(search: URLSearchParams): HistoryFilter {
  const dayOf = (name: string): string | null => {
    const value = search.get(name) ?? '';
    return day.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;
  };
  const status = search.get('status') ?? '';
  return {
    range: { from: dayOf('from'), to: dayOf('to') },
    workflow: workflows.find((name) => name === search.get('workflow')) ?? null,
    status: Object.hasOwn(statusGroups, status) ? status : null,
    project: search.get('project'),
    language: languages.find(({ id }) => id === search.get('language'))?.id ?? null,
    text: search.get('q')?.trim() ?? '',
    order: orders.find((order) => order === search.get('sort')) ?? 'newest',
    pageSize: pageSizes.find((size) => String(size) === search.get('size')) ?? 20,
    cursor: search.get('cursor'),
  };
}

/** The filter as the API takes it: a range of days is one of times, in the person's time zone. */
export function queryOf({
  range,
  workflow,
  status,
  project,
  language,
  text,
  order,
  pageSize,
  cursor,
}: HistoryFilter): HistoryQuery {
  return {
    from: range.from ? startOf(range.from, 0) : undefined,
    to: range.to ? startOf(range.to, 1) : undefined,
    workflow: workflow ?? undefined,
    status: status ? statusGroups[status] : undefined,
    project_id: project ?? undefined,
    language: language ?? undefined,
    q: text || undefined,
    sort: order === 'newest' ? undefined : order,
    limit: pageSize,
    cursor: cursor ?? undefined,
  };
}

/** Whether anything is left out, the page aside. */
export function isNarrow(filter: HistoryFilter): boolean {
  return choicesIn(filter) > 0 || filter.text !== '';
}

/** By how much besides a text the history is narrowed. */
export function choicesIn({ range, workflow, status, project, language }: HistoryFilter): number {
  return [range.from ?? range.to, workflow, status, project, language].filter(Boolean).length;
}

/** The parts of an address that say what is shown; where its page begins is not one. */
export function viewOf(search: URLSearchParams): string {
  const view = new URLSearchParams(search);
  view.delete('cursor');
  return view.toString();
}

function startOf(isoDay: string, later: number): string {
  const time = new Date(`${isoDay}T00:00:00`);
  time.setDate(time.getDate() + later);
  return time.toISOString();
}
