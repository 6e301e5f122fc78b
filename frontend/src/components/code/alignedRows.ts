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

export interface DiffRow {
  readonly kind: 'same' | 'changed';
  /** Null where the other side has more lines. */
  readonly before: Cell | null;
  readonly after: Cell | null;
}

/** Both sides line by line: the first changed line beside the first that takes its place, and so on. */
export function alignedRows({ line, removed, added, above, below }: ChangeWithContext): DiffRow[] {
  const first = line - above.length;
  const grown = added.length - removed.length;
  const behind = line + removed.length;
  const same = (text: string, before: number, after: number): DiffRow => ({
    kind: 'same',
    before: { number: before, text },
    after: { number: after, text },
  });
  const cell = (lines: readonly string[], index: number): Cell | null => {
    const text = lines[index];
    return text === undefined ? null : { number: line + index, text };
  };
  return [
    ...above.map((text, index) => same(text, first + index, first + index)),
    ...Array.from({ length: Math.max(removed.length, added.length) }, (_, index): DiffRow => {
      const [before, after] = [cell(removed, index), cell(added, index)];
      const unchanged = before !== null && before.text === after?.text;
      return { kind: unchanged ? 'same' : 'changed', before, after };
    }),
    ...below.map((text, index) => same(text, behind + index, behind + index + grown)),
  ];
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
