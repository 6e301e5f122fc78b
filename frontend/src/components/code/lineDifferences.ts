/** A line of the difference: kept, gone or come. */
export type DifferenceLine = readonly [sign: ' ' | '-' | '+', text: string];

/** Lines in common stay in their order. Fixes change few lines, so looking ahead for the next common one is enough. */
export function lineDifferences(before: readonly string[], after: readonly string[]): DifferenceLine[] {
  const lines: DifferenceLine[] = [];
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

/** Neighbouring lines of which some go and some come in their place. */
export interface Hunk {
  /** How many lines stand before it, on either side. */
  readonly before: number;
  readonly after: number;
  /** How many of them come after the hunk before it. */
  readonly kept: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** Only what differs, in the order of the lines. */
export function hunksBetween(before: readonly string[], after: readonly string[]): Hunk[] {
  const hunks: Hunk[] = [];
  let [old, now] = [0, 0];
  let kept = 0;
  let open: { removed: string[]; added: string[] } | null = null;
  for (const [sign, text] of lineDifferences(before, after)) {
    if (sign === ' ') {
      open = null;
      kept += 1;
    } else {
      if (!open) {
        open = { removed: [], added: [] };
        hunks.push({ before: old, after: now, kept, ...open });
        kept = 0;
      }
      (sign === '-' ? open.removed : open.added).push(text);
    }
    if (sign !== '+') old += 1;
    if (sign !== '-') now += 1;
  }
  return hunks;
}
