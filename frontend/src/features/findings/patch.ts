import type { SourceFile } from '@/types/review';

const contextLines = 3;

/** A line of the difference: kept, gone or come. */
type Line = readonly [sign: ' ' | '-' | '+', text: string];

/** The changes of files as a unified diff, which `git apply` and `patch` take. */
export function patchOf(files: readonly SourceFile[], textOf: (path: string) => string): string {
  return files
    .filter(({ path, content }) => textOf(path) !== content)
    .map(({ path, content }) => `--- a/${path}\n+++ b/${path}\n${hunksOf(content, textOf(path))}`)
    .join('');
}

function hunksOf(before: string, after: string): string {
  const lines = differences(before.split('\n'), after.split('\n'));
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

function hunk(lines: readonly Line[], from: number, to: number): string {
  const count = (part: readonly Line[], other: '-' | '+'): number =>
    part.filter(([sign]) => sign !== other).length;
  const above = lines.slice(0, from);
  const inside = lines.slice(from, to);
  // The text after the last line break is a line only if there is something on it.
  const shown = to === lines.length && inside.at(-1)?.[1] === '' ? inside.slice(0, -1) : inside;
  const head = `@@ -${count(above, '+') + 1},${count(shown, '+')} +${count(above, '-') + 1},${count(shown, '-')} @@\n`;
  return head + shown.map(([sign, text]) => `${sign}${text}\n`).join('');
}

/** Lines in common stay in their order. Fixes change few lines, so looking ahead for the next common one is enough. */
function differences(before: readonly string[], after: readonly string[]): Line[] {
  const lines: Line[] = [];
  let [old, now] = [0, 0];
  while (old < before.length || now < after.length) {
    const [left, right] = [before[old], after[now]];
    if (left !== undefined && left === right) {
      lines.push([' ', left]);
      old += 1;
      now += 1;
      continue;
    }
    const [gone, come] = nextCommon(before, after, old, now);
    for (const end = old + gone; old < end; old += 1) lines.push(['-', before[old] ?? '']);
    for (const end = now + come; now < end; now += 1) lines.push(['+', after[now] ?? '']);
  }
  return lines;
}

/** How many lines go and come until both sides have the same line again. */
function nextCommon(
  before: readonly string[],
  after: readonly string[],
  old: number,
  now: number,
): readonly [gone: number, come: number] {
  const most = before.length - old + after.length - now;
  for (let distance = 1; distance <= most; distance += 1) {
    for (let gone = Math.min(distance, before.length - old); gone >= 0; gone -= 1) {
      const come = distance - gone;
      const line = before[old + gone];
      if (line !== undefined && line === after[now + come]) return [gone, come];
    }
  }
  return [before.length - old, after.length - now];
}
