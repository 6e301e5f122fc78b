import type { ChangeWithContext } from '@/components/code/alignedRows';
import { hunksBetween } from '@/components/code/lineDifferences';
import type { Mark } from '@/components/code/marks';
import type { Fix } from '@/types/review';

/** A fix as a replacement of characters `start` to `end` (exclusive) of the submitted text. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The fix as lines that go and lines that come, for showing it. */
export interface LineChange {
  /** The first line it touches, from 1. */
  readonly line: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** A text with fixes applied, and where its places went. */
export interface FixedText {
  readonly text: string;
  /** Moves a mark from the submitted text to this one. */
  readonly move: (mark: Mark) => Mark;
}

/** Whether the fix lies inside the text and touches nothing that another fix changes, unless both change it alike. */
export function canApply(text: string, fix: Fix, applied: readonly Fix[]): boolean {
  const edits = editsOf(text, [fix]);
  const others = editsOf(text, applied);
  const beside = (edit: Edit, other: Edit): boolean => edit.end <= other.start || edit.start >= other.end;
  return (
    edits.length > 0 &&
    edits.every((edit) => others.every((other) => beside(edit, other) || isSame(edit, other)))
  );
}

/**
 * Applies fixes, all of which speak of the submitted text and do not overlap; so their order does not matter, and any
 * of them can be taken back.
 */
export function applyFixes(text: string, fixes: readonly Fix[]): FixedText {
  const starts = lineStarts(text);
  const edits = editsOf(text, fixes);
  if (edits.length === 0) return { text, move: (mark) => mark };
  let fixed = text;
  for (const { start, end, text: replacement } of edits.toReversed()) {
    fixed = fixed.slice(0, start) + replacement + fixed.slice(end);
  }
  const fixedStarts = lineStarts(fixed);
  const moved = (line: number, column: number) =>
    positionAt(fixedStarts, movedOffset(edits, (starts[line - 1] ?? text.length) + column - 1));
  return {
    text: fixed,
    move: (mark) => {
      const from = moved(mark.line, mark.column);
      const to = moved(mark.endLine, mark.endColumn ?? 1);
      return {
        ...mark,
        line: from.line,
        column: from.column,
        endLine: Math.max(from.line, to.line),
        endColumn: mark.endColumn === null ? null : to.column,
      };
    },
  };
}

/** What the fix does to whole lines of the submitted text; null when it does not lie inside it. */
export function lineChangeOf(text: string, fix: Fix): LineChange | null {
  const starts = lineStarts(text);
  const edit = editOf(starts, text, fix);
  if (!edit) return null;
  const from = starts[fix.line - 1] ?? 0;
  const to = (starts[fix.end_line] ?? text.length + 1) - 1;
  const after = text.slice(from, edit.start) + edit.text + text.slice(edit.end, Math.max(edit.end, to));
  return {
    line: fix.line,
    removed: text.slice(from, to).split('\n'),
    added: after === '' ? [] : after.split('\n'),
  };
}

const contextLines = 4;

/** The change with the lines around it. */
export function withContext(text: string, change: LineChange): ChangeWithContext {
  const lines = text.split('\n');
  const behind = change.line - 1 + change.removed.length;
  return {
    ...change,
    above: lines.slice(Math.max(0, change.line - 1 - contextLines), change.line - 1),
    below: lines.slice(behind, behind + contextLines),
  };
}

/** The places that the fixes change, each once, in the order of the text. */
function editsOf(text: string, fixes: readonly Fix[]): Edit[] {
  const starts = lineStarts(text);
  return fixes
    .flatMap((fix) => {
      const whole = editOf(starts, text, fix);
      return whole ? narrowed(text, whole) : [];
    })
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.text < b.text ? -1 : 1))
    .filter((edit, index, sorted) => {
      const before = sorted[index - 1];
      return !before || !isSame(edit, before);
    });
}

/** A fix that adds an import names everything from there to its place: only the lines that differ are changed. */
function narrowed(text: string, whole: Edit): Edit[] {
  const lines = text.slice(whole.start, whole.end).split('\n');
  if (lines.length === 1) return [whole];
  const starts = [whole.start];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  return hunksBetween(lines, whole.text.split('\n')).map(({ before, removed, added }): Edit => {
    const start = starts[before] ?? whole.end;
    const end = starts[before + removed.length] ?? whole.end;
    if (end <= whole.end) return { start, end, text: added.map((line) => `${line}\n`).join('') };
    // At the end of the fix there is no line break to go or to come, but one before what comes or goes there alone.
    const alone = added.length === 0 || removed.length === 0;
    const come = added.join('\n');
    return {
      start: alone ? start - 1 : start,
      end: whole.end,
      text: alone && added.length > 0 ? `\n${come}` : come,
    };
  });
}

function isSame(a: Edit, b: Edit): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}

function editOf(starts: readonly number[], text: string, fix: Fix): Edit | null {
  const first = starts[fix.line - 1];
  const last = starts[fix.end_line - 1];
  if (first === undefined || last === undefined) return null;
  const start = first + fix.column - 1;
  const end = last + fix.end_column - 1;
  return start <= end && end <= text.length ? { start, end, text: fix.replacement } : null;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** A place inside a replaced text goes to where the replacement begins. */
function movedOffset(edits: readonly Edit[], offset: number): number {
  let shift = 0;
  for (const { start, end, text } of edits) {
    if (offset < start || (offset === start && start !== end)) break;
    if (offset < end) return start + shift;
    shift += text.length - (end - start);
  }
  return offset + shift;
}

function positionAt(starts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
