import { lineDifferences, type DifferenceLine } from '@/components/code/lineDifferences';
import type { SourceFile } from '@/types/review';

const contextLines = 3;

/** The changes of files as a unified diff, which `git apply` and `patch` take. */
export function patchOf(files: readonly SourceFile[], textOf: (path: string) => string): string {
  return files
    .filter(({ path, content }) => textOf(path) !== content)
    .map(({ path, content }) => `--- a/${path}\n+++ b/${path}\n${hunksOf(content, textOf(path))}`)
    .join('');
}

function hunksOf(before: string, after: string): string {
  const lines = lineDifferences(before.split('\n'), after.split('\n'));
  const changed = lines.flatMap(([sign], index) => (sign === ' ' ? [] : [index]));
  const ranges: [from: number, to: number][] = [];
  for (const index of changed) {
    const last = ranges.at(-1);
    if (last && index <= last[1] + 2 * contextLines) last[1] = index;
    else ranges.push([index, index]);
  }
  return ranges
    .map(([from, to]) =>
      hunk(lines, Math.max(0, from - contextLines), Math.min(lines.length, to + contextLines + 1)),
    )
    .join('');
}

function hunk(lines: readonly DifferenceLine[], from: number, to: number): string {
  const count = (part: readonly DifferenceLine[], other: '-' | '+'): number =>
    part.filter(([sign]) => sign !== other).length;
  const above = lines.slice(0, from);
  const inside = lines.slice(from, to);
  // The text after the last line break is a line only if there is something on it.
  const shown = to === lines.length && inside.at(-1)?.[1] === '' ? inside.slice(0, -1) : inside;
  const head = `@@ -${count(above, '+') + 1},${count(shown, '+')} +${count(above, '-') + 1},${count(shown, '-')} @@\n`;
  return head + shown.map(([sign, text]) => `${sign}${text}\n`).join('');
}
