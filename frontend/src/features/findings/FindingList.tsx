import { ChevronRight } from 'lucide-react';
import { useCallback, useEffect, useMemo, type KeyboardEvent } from 'react';
import { useMediaQuery } from '@/hooks/useMediaQuery';
import { useWindowedRows } from '@/hooks/useWindowedRows';
import { formatNumber } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { Issue } from '@/types/review';
import { FindingRow } from './FindingRow';
import { withoutNitpicks, type Row } from './groups';
import type { FindingsAddress } from './useFindingsAddress';
import type { Selection } from './useSelection';

interface FindingListProps {
  rows: readonly Row[];
  address: FindingsAddress;
  selection: Selection;
  isFixed: (issue: Issue) => boolean;
  /** Whether the list scrolls by itself; on phones the page does. */
  scrolls: boolean;
}

const groupPx = 32;
const foldPx = { pointer: 36, touch: 44 } as const;
/** Rows of one and of two lines of message. */
const rowPx = { pointer: [50, 70], touch: [60, 80] } as const;
/** What fits on a line; a guess that errs to the safe side, because nothing is measured. */
const lettersPerLine = { pointer: 40, touch: 38 } as const;

/** Findings, each a real link to itself. Only those near the visible part are drawn. Arrow keys move between them. */
export function FindingList({ rows: all, address, selection, isFixed, scrolls }: FindingListProps) {
  const touch = useMediaQuery('(pointer: coarse)');
  const { openId, nitpicks } = address;
  const outside = useMemo(() => withoutNitpicks(all), [all]);
  // What a link or a step through the findings opens is never out of sight.
  const openWithin = useMemo(
    () => all.slice(outside.length).some((row) => opens(row, openId)),
    [all, outside, openId],
  );
  const unfolded = nitpicks || openWithin;
  const rows = unfolded ? all : outside;
  const fold = { unfolded, toggle: () => address.showNitpicks(!unfolded, openWithin) };
  const heightOf = useCallback(
    (index: number): number => {
      const row = rows[index];
      if (row?.kind === 'nitpicks') return touch ? foldPx.touch : foldPx.pointer;
      return row?.kind === 'finding' ? heightFor(row.issue, touch) : groupPx;
    },
    [rows, touch],
  );
  const { ref, from, to, before, after, reveal } = useWindowedRows(rows.length, heightOf, !scrolls);

  useEffect(() => {
    const at = rows.findIndex((row) => opens(row, openId));
    if (at >= 0) reveal(at);
  }, [openId, rows, reveal]);

  return (
    <div ref={ref} className={cn(scrolls && 'min-h-0 flex-1 overflow-auto overscroll-contain')}>
      {/* The keys only move the focus between the links, which are the controls. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul
        aria-label={m.results.list}
        style={{ paddingTop: before, paddingBottom: after }}
        onKeyDown={moveFocus}
      >
        {rows
          .slice(from, to)
          .map((row) =>
            row.kind === 'finding' ? (
              <FindingRow
                key={row.issue.id}
                height={heightFor(row.issue, touch)}
                issue={row.issue}
                open={row.issue.id === openId}
                to={address.linkTo(row.issue.id)}
                replace={openId !== null}
                selected={selection.isSelected(row.issue.id)}
                selecting={selection.picking || selection.selected.length > 0}
                picking={selection.picking}
                fixed={isFixed(row.issue)}
                onSelect={selection.toggle}
                onExtend={selection.extendTo}
              />
            ) : (
              <HeadRow key={row.kind === 'group' ? `group ${row.label}` : row.kind} row={row} fold={fold} />
            ),
          )}
      </ul>
    </div>
  );
}

interface HeadRowProps {
  row: Exclude<Row, { kind: 'finding' }>;
  fold: { readonly unfolded: boolean; readonly toggle: () => void };
}

/** The head of a group; that of the nitpicks opens and folds them. */
function HeadRow({ row, fold: { unfolded, toggle } }: HeadRowProps) {
  const count = <span className="tabular text-muted-foreground">{formatNumber(row.count)}</span>;
  if (row.kind === 'group') {
    return (
      <li
        style={{ height: groupPx }}
        className="flex items-center gap-2 border-b bg-muted px-3.5 text-xs font-medium"
      >
        <span className="min-w-0 truncate">{row.label}</span>
        {count}
      </li>
    );
  }
  return (
    <li className="border-b bg-muted">
      <button
        type="button"
        aria-expanded={unfolded}
        onClick={toggle}
        className="flex h-9 w-full items-center gap-2 px-3 text-xs font-medium -outline-offset-2 hover:bg-accent touch:h-11"
      >
        <ChevronRight aria-hidden className={cn('size-4', unfolded && 'rotate-90')} />
        {m.results.nitpicks}
        {count}
      </button>
    </li>
  );
}

function opens(row: Row, id: string | null): boolean {
  return row.kind === 'finding' && row.issue.id === id;
}

function heightFor({ message }: Issue, touch: boolean): number {
  const kind = touch ? 'touch' : 'pointer';
  return rowPx[kind][message.length > lettersPerLine[kind] ? 1 : 0];
}

function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const links = [...event.currentTarget.querySelectorAll('a')];
  const next = links[links.indexOf(document.activeElement as HTMLAnchorElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
