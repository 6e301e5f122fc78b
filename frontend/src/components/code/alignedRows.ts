import { hunksBetween } from './lineDifferences';

/** A change of whole lines and some lines around it. */
export interface ChangeWithContext {
  /** The first line that changes, from 1. */
  readonly line: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
  readonly above: readonly string[];
  readonly below: readonly string[];
}

interface Cell {
  readonly number: number;
  readonly text: string;
}

export interface LineRow {
  readonly kind: 'same' | 'changed';
  /** Null where the other side has more lines. */
  readonly before: Cell | null;
  readonly after: Cell | null;
}

/** Lines that stay, too many to show. */
export interface GapRow {
  readonly kind: 'gap';
  readonly lines: number;
}

export type DiffRow = LineRow | GapRow;

/** What stays is shown this far from what changes. */
const contextLines = 4;

/** Both sides line by line: of each place that changes, the first line beside the first that takes its place. */
export function alignedRows({ line, removed, added, above, below }: ChangeWithContext): DiffRow[] {
  const first = line - above.length;
  const before = [...above, ...removed, ...below];
  const after = [...above, ...added, ...below];
  const cell = (lines: readonly string[], index: number): Cell | null => {
    const text = lines[index];
    return text === undefined ? null : { number: first + index, text };
  };
  const rows: DiffRow[] = [];
  let [old, now] = [0, 0];
  const keepUntil = (end: number): void => {
    const kept: LineRow[] = [];
    for (; old < end; old += 1, now += 1) {
      kept.push({ kind: 'same', before: cell(before, old), after: cell(after, now) });
    }
    rows.push(...folded(kept));
  };
  for (const hunk of hunksBetween(before, after)) {
    keepUntil(hunk.before);
    const [gone, come] = [hunk.removed.length, hunk.added.length];
    for (let index = 0; index < Math.max(gone, come); index += 1) {
      rows.push({
        kind: 'changed',
        before: index < gone ? cell(before, old + index) : null,
        after: index < come ? cell(after, now + index) : null,
      });
    }
    old += gone;
    now += come;
  }
  keepUntil(before.length);
  return rows;
}

function folded(kept: readonly LineRow[]): DiffRow[] {
  const hidden = kept.length - 2 * contextLines;
  if (hidden < 2) return [...kept];
  return [...kept.slice(0, contextLines), { kind: 'gap', lines: hidden }, ...kept.slice(-contextLines)];
}

/** From where to where (exclusive) a line differs from the one beside it. */
export function changedPart(text: string, other: string): readonly [start: number, end: number] {
  const shorter = Math.min(text.length, other.length);
  let start = 0;
  while (start < shorter && text[start] === other[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && text.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  return [start, text.length - tail];
}
