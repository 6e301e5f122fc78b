import { useCallback, useEffect, useLayoutEffect, useMemo, useState, type RefObject } from 'react';

interface WindowedRows {
  /** The rows to draw: `from` to `to` (exclusive). */
  readonly from: number;
  readonly to: number;
  /** The space of the rows before and after them. */
  readonly before: number;
  readonly after: number;
  /** Brings a row into sight; centred, or only as far as needed. */
  readonly reveal: (index: number, where?: 'nearest' | 'center') => void;
}

const overscanPx = 400;
/** Where nothing is laid out, such as before the first layout. */
const assumedHeight = 1_000;

/**
 * Which rows of a long list are near the visible part of its scrolling box. Row heights are known beforehand, so
 * nothing is measured and the scroll bar is right from the start.
 */
export function useWindowedRows(
  box: RefObject<HTMLElement | null>,
  count: number,
  heightOf: (index: number) => number,
): WindowedRows {
  const tops = useMemo(() => topsOf(count, heightOf), [count, heightOf]);
  const [range, setRange] = useState<readonly [from: number, to: number]>(() =>
    rangeAt(tops, 0, assumedHeight),
  );

  const update = useCallback((): void => {
    const element = box.current;
    if (!element) return;
    const next = rangeAt(tops, element.scrollTop, element.clientHeight || assumedHeight);
    setRange((old) => (old[0] === next[0] && old[1] === next[1] ? old : next));
  }, [box, tops]);

  useLayoutEffect(update, [update]);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    element.addEventListener('scroll', update, { passive: true });
    const observer = new ResizeObserver(update);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', update);
      observer.disconnect();
    };
  }, [box, update]);

  const reveal = useCallback(
    (index: number, where: 'nearest' | 'center' = 'nearest'): void => {
      const element = box.current;
      const top = tops[index];
      const bottom = tops[index + 1];
      if (!element || top === undefined || bottom === undefined) return;
      const height = element.clientHeight;
      const inSight = top >= element.scrollTop && bottom <= element.scrollTop + height;
      if (inSight) return;
      if (where === 'center') element.scrollTop = Math.max(0, (top + bottom - height) / 2);
      else element.scrollTop = top < element.scrollTop ? top : bottom - height;
      update();
    },
    [box, tops, update],
  );

  const from = Math.min(range[0], count);
  const to = Math.min(range[1], count);
  const total = tops[count] ?? 0;
  return { from, to, before: tops[from] ?? 0, after: total - (tops[to] ?? total), reveal };
}

function topsOf(count: number, heightOf: (index: number) => number): Float64Array {
  const tops = new Float64Array(count + 1);
  for (let index = 0; index < count; index += 1) tops[index + 1] = (tops[index] ?? 0) + heightOf(index);
  return tops;
}

function rangeAt(tops: Float64Array, scrollTop: number, height: number): readonly [number, number] {
  return [
    Math.max(0, firstAbove(tops, scrollTop - overscanPx) - 1),
    firstAbove(tops, scrollTop + height + overscanPx),
  ];
}

/** The first index whose top lies beyond the position. */
function firstAbove(tops: Float64Array, position: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tops[middle] ?? 0) > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
