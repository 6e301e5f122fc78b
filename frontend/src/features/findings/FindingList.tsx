import { Scale, Wand2 } from 'lucide-react';
import { useCallback, useEffect, type KeyboardEvent, type MouseEvent } from 'react';
import { Link } from 'react-router';
import { SeverityIcon } from '@/components/common/Severity';
import { Checkbox } from '@/components/ui/checkbox';
import { useMediaQuery } from '@/hooks/useMediaQuery';
import { useWindowedRows } from '@/hooks/useWindowedRows';
import { formatNumber } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { Issue } from '@/types/review';
import type { Row } from './groups';
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
/** Rows of one and of two lines of message. */
const rowPx = { pointer: [50, 70], touch: [60, 80] } as const;
/** What fits on a line; a guess that errs to the safe side, because nothing is measured. */
const lettersPerLine = { pointer: 40, touch: 38 } as const;

/** Findings, each a real link to itself. Only those near the visible part are drawn. Arrow keys move between them. */
export function FindingList({ rows, address, selection, isFixed, scrolls }: FindingListProps) {
  const touch = useMediaQuery('(pointer: coarse)');
  const heightOf = useCallback(
    (index: number): number => {
      const row = rows[index];
      return row?.kind === 'finding' ? heightFor(row.issue, touch) : groupPx;
    },
    [rows, touch],
  );
  const { ref, from, to, before, after, reveal } = useWindowedRows(rows.length, heightOf, !scrolls);
  const { openId } = address;

  useEffect(() => {
    const at = rows.findIndex((row) => row.kind === 'finding' && row.issue.id === openId);
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
        {rows.slice(from, to).map((row) =>
          row.kind === 'group' ? (
            <li
              key={`group ${row.label}`}
              style={{ height: groupPx }}
              className="flex items-center gap-2 border-b bg-muted px-3.5 text-xs font-medium"
            >
              <span className="min-w-0 truncate">{row.label}</span>
              <span className="tabular text-muted-foreground">{formatNumber(row.count)}</span>
            </li>
          ) : (
            <FindingRow
              key={row.issue.id}
              height={heightFor(row.issue, touch)}
              issue={row.issue}
              open={row.issue.id === openId}
              to={address.linkTo(row.issue.id)}
              replace={openId !== null}
              selected={selection.isSelected(row.issue.id)}
              selecting={selection.selected.length > 0}
              fixed={isFixed(row.issue)}
              onSelect={selection.toggle}
              onExtend={selection.extendTo}
            />
          ),
        )}
      </ul>
    </div>
  );
}

interface FindingRowProps {
  issue: Issue;
  height: number;
  open: boolean;
  to: string;
  replace: boolean;
  selected: boolean;
  /** Whether anything is chosen, so that the boxes stay in sight. */
  selecting: boolean;
  fixed: boolean;
  onSelect: (id: string) => void;
  onExtend: (id: string) => void;
}

function FindingRow(props: FindingRowProps) {
  const { issue, height, open, to, replace, selected, selecting, fixed, onSelect, onExtend } = props;
  const choose = (event: MouseEvent): void => {
    if (!event.shiftKey) return;
    event.preventDefault();
    onExtend(issue.id);
  };
  return (
    <li
      style={{ height }}
      className={cn(
        'group/row relative border-s-2 border-b border-s-transparent hover:bg-accent',
        open && 'border-s-ring bg-accent',
      )}
    >
      <Checkbox
        aria-label={m.results.select(issue.message)}
        checked={selected}
        onCheckedChange={() => onSelect(issue.id)}
        className={cn(
          'absolute start-3.5 top-2.5 z-10 opacity-0 group-hover/row:opacity-100 focus-visible:opacity-100',
          (selecting || selected) && 'opacity-100',
        )}
      />
      <Link
        to={to}
        replace={replace}
        preventScrollReset
        aria-current={open ? 'true' : undefined}
        onClick={choose}
        className="flex h-full items-start gap-2.5 overflow-hidden px-3 py-2 text-sm -outline-offset-2 touch:py-2.5"
      >
        <SeverityIcon
          severity={issue.severity}
          className={cn('ms-0.5 mt-0.5 group-hover/row:invisible', (selecting || selected) && 'invisible')}
        />
        <span className="min-w-0 flex-1">
          <span className={cn('line-clamp-2', fixed && 'text-muted-foreground line-through')}>
            {issue.message}
          </span>
          <span className="tabular mt-0.5 flex items-center gap-2 text-xs text-muted-foreground">
            <span className="min-w-0 truncate [direction:rtl]">
              <bdi>
                {issue.file_path}
                {issue.line !== null && `:${issue.line}`}
              </bdi>
            </span>
            <span className="shrink-0">{m.results.categories[issue.category]}</span>
            {issue.change && issue.change !== 'unchanged' && (
              <span className="shrink-0 font-medium text-foreground">{m.results.change[issue.change]}</span>
            )}
            {(issue.disagreements?.length ?? 0) > 0 && (
              <Scale
                role="img"
                aria-label={m.results.disagreement.title}
                className="size-3.5 shrink-0 text-warning"
              />
            )}
            {issue.triage.state !== 'open' && (
              <span className="shrink-0">{m.results.triage.states[issue.triage.state]}</span>
            )}
            {issue.fix && (
              <Wand2 role="img" aria-label={m.results.hasFix} className="size-3.5 shrink-0 text-link" />
            )}
          </span>
        </span>
      </Link>
    </li>
  );
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
