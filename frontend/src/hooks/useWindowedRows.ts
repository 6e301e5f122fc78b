import { useCallback, useEffect, useMemo, useState } from 'react';

interface WindowedRows {
  /** For the box that holds the rows. */
  readonly ref: (box: HTMLElement | null) => void;
  /** The rows to draw: `from` to `to` (exclusive). */
  readonly from: number;
  readonly to: number;
  /** The space of the rows before and after them. */
  readonly before: number;
  readonly after: number;
  /** Brings a row into sight; centred, or only as far as needed. */
  readonly reveal: (index: number, where?: 'nearest' | 'center') => void;
}

/** What of the rows can be seen, in pixels from the first one. */
interface View {
  readonly top: number;
  readonly height: number;
}

const overscanPx = 500;
/** Scrolling by less changes nothing. */
const stepPx = 200;
/** Where nothing is laid out, such as before the first layout. */
const assumedHeight = 1_000;

/**
 * Which rows of a long list are near the visible part of its scrolling box, or of the page where that scrolls. Row
 * heights are known beforehand, so nothing is measured and the scroll bar is right from the start.
 */
export function useWindowedRows(
  count: number,
  heightOf: (index: number) => number,
  byPage = false,
): WindowedRows {
  const [box, ref] = useState<HTMLElement | null>(null);
  const [view, setView] = useState<View>({ top: 0, height: assumedHeight });
  const tops = useMemo(() => topsOf(count, heightOf), [count, heightOf]);

  useEffect(() => {
    if (!box) return;
    const look = (): void => {
      const next = viewOf(box, byPage);
      setView((old) => (old.top === next.top && old.height === next.height ? old : next));
    };
    const scroller = byPage ? window : box;
    const observer = new ResizeObserver(look);
    scroller.addEventListener('scroll', look, { passive: true });
    observer.observe(box);
    return () => {
      scroller.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [box, byPage]);

  const reveal = useCallback(
    (index: number, where: 'nearest' | 'center' = 'nearest'): void => {
      const top = tops[index];
      const bottom = tops[index + 1];
      if (!box || top === undefined || bottom === undefined) return;
      const start = byPage ? -box.getBoundingClientRect().top : box.scrollTop;
      const height = byPage ? window.innerHeight : box.clientHeight;
      if (top >= start && bottom <= start + height) return;
      const nearest = top < start ? top : bottom - height;
      const goal = where === 'center' ? Math.max(0, (top + bottom - height) / 2) : nearest;
      (byPage ? window : box).scrollBy({ top: goal - start });
    },
    [box, tops, byPage],
  );

  const from = Math.max(0, firstBeyond(tops, view.top - overscanPx) - 1);
  const to = Math.min(count, firstBeyond(tops, view.top + view.height + overscanPx));
  const total = tops[count] ?? 0;
  return { ref, from, to, before: tops[from] ?? 0, after: total - (tops[to] ?? total), reveal };
}

function viewOf(box: HTMLElement, byPage: boolean): View {
  const top = byPage ? -box.getBoundingClientRect().top : box.scrollTop;
  const height = byPage ? window.innerHeight : box.clientHeight;
  return { top: Math.floor(top / stepPx) * stepPx, height: (height || assumedHeight) + stepPx };
}

function topsOf(count: number, heightOf: (index: number) => number): Float64Array {
  const tops = new Float64Array(count + 1);
  for (let index = 0; index < count; index += 1) tops[index + 1] = (tops[index] ?? 0) + heightOf(index);
  return tops;
}

/** The first index whose top lies beyond the position; the last index if none does. */
function firstBeyond(tops: Float64Array, position: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tops[middle] ?? 0) > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
