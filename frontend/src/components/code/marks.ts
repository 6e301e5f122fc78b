import type { Issue, Severity } from '@/types/review';
import { severityRank } from '@/utils/severity';

/** What can be done with a finding where the code shows it. */
export type MarkAction = 'open' | 'apply' | 'accept' | 'dismiss' | 'reopen' | 'prompt';

/** A finding as the code shows it. Lines and columns count from 1; `endColumn` is exclusive. */
export interface Mark {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  /** Null: to the end of the line. */
  readonly endColumn: number | null;
  /** A further place of a finding: it is underlined, and cannot be chosen. */
  readonly related?: boolean;
  /** What stands behind its line. */
  readonly note?: string;
  /** What reported it, and how sure that is. */
  readonly about?: string;
  readonly actions?: readonly MarkAction[];
}

/** What the gutter shows for one line. */
export interface LineMarks {
  readonly line: number;
  /** The worst severity among them. */
  readonly severity: Severity;
  /** Worst first. */
  readonly marks: readonly Mark[];
}

/** The findings of one file that have a place in it. */
export function marksOf(issues: readonly Issue[], path: string): Mark[] {
  return issues.flatMap(({ id, severity, message, file_path, line, end_line, column, end_column }) =>
    file_path === path && line !== null
      ? [
          {
            id,
            severity,
            title: message,
            line,
            endLine: end_line ?? line,
            column: column ?? 1,
            endColumn: end_column,
          },
        ]
      : [],
  );
}

/** The further places of the open finding in one file. */
export function relatedMarksOf(issue: Issue | null, path: string): Mark[] {
  return (issue?.related ?? []).flatMap(
    ({ file_path, line, column, end_line, end_column, message }, index) =>
      file_path === path && issue
        ? [
            {
              id: `${issue.id}/${index}`,
              severity: issue.severity,
              title: message,
              line,
              endLine: end_line,
              column,
              endColumn: end_column,
              related: true,
              note: `${index + 1}  ${message}`,
            },
          ]
        : [],
  );
}

/** The marks of each line that a finding begins on, in the order of lines. */
export function marksByLine(marks: readonly Mark[]): LineMarks[] {
  const lines = new Map<number, Mark[]>();
  for (const mark of marks) {
    if (mark.related) continue;
    const found = lines.get(mark.line);
    if (found) found.push(mark);
    else lines.set(mark.line, [mark]);
  }
  return [...lines]
    .sort(([a], [b]) => a - b)
    .map(([line, found]) => {
      const sorted = found.toSorted((a, b) => severityRank(a.severity) - severityRank(b.severity));
      return { line, severity: sorted[0]?.severity ?? 'info', marks: sorted };
    });
}

/**
 * The mark a click means: one that covers the position, the narrowest first; in the gutter (no column) one that begins
 * on the line. Clicking the same place again gives the next one.
 */
export function markAt(
  marks: readonly Mark[],
  line: number,
  column: number | null,
  currentId: string | null,
): Mark | null {
  const hits = marks
    .filter((mark) => !mark.related && (column === null ? mark.line === line : covers(mark, line, column)))
    .sort((a, b) => extent(a) - extent(b) || severityRank(a.severity) - severityRank(b.severity));
  if (hits.length === 0) return null;
  const current = hits.findIndex(({ id }) => id === currentId);
  return hits[(current + 1) % hits.length] ?? null;
}

/** A run of one line's text that is marked alike. */
export interface Segment {
  readonly text: string;
  readonly severity: Severity | null;
}

/** A line cut where its marks begin and end; where marks overlap the worst one shows. */
export function segmentsOf(text: string, line: number, marks: readonly Mark[]): Segment[] {
  const spans = marks
    .filter((mark) => !mark.related && line >= mark.line && line <= mark.endLine)
    .map(({ severity, line: from, endLine, column, endColumn }) => ({
      severity,
      start: line === from ? column - 1 : 0,
      end: line === endLine && endColumn !== null ? endColumn - 1 : text.length,
    }))
    .sort((a, b) => severityRank(a.severity) - severityRank(b.severity));
  const cuts = [0, text.length, ...spans.flatMap(({ start, end }) => [start, end])]
    .filter((cut) => cut >= 0 && cut <= text.length)
    .sort((a, b) => a - b);
  return cuts.slice(1).flatMap((end, index) => {
    const start = cuts[index] ?? 0;
    if (start === end) return [];
    const span = spans.find((candidate) => candidate.start <= start && candidate.end >= end);
    return [{ text: text.slice(start, end), severity: span?.severity ?? null }];
  });
}

function covers(mark: Mark, line: number, column: number): boolean {
  if (line < mark.line || line > mark.endLine) return false;
  if (line === mark.line && column < mark.column) return false;
  return !(line === mark.endLine && mark.endColumn !== null && column > mark.endColumn);
}

function extent(mark: Mark): number {
  return (mark.endLine - mark.line) * 10_000 + (mark.endColumn ?? 9_999) - mark.column;
}
