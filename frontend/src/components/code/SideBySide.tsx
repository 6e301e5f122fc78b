import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import { Gap } from './Gap';
import { alignedRows, changedPart, type ChangeWithContext, type DiffRow } from './alignedRows';

/** A change with the lines around it: the code as it is beside the code as it would be. Below each other on phones. */
export function SideBySide({ change }: { change: ChangeWithContext }) {
  const rows = alignedRows(change);
  return (
    <div
      role="region"
      aria-label={m.code.change}
      tabIndex={0}
      className="overflow-auto rounded-md border bg-code font-mono text-xs leading-5"
    >
      <div className="grid min-w-max grid-cols-1 divide-border md:grid-cols-2 md:divide-x">
        <Side rows={rows} side="before" />
        <Side rows={rows} side="after" />
      </div>
    </div>
  );
}

function Side({ rows, side }: { rows: readonly DiffRow[]; side: 'before' | 'after' }) {
  const label = side === 'before' ? m.code.before : m.code.after;
  return (
    <div role="group" aria-label={label} className="min-w-0 py-1.5">
      <div aria-hidden className="px-3 pb-1 font-sans text-muted-foreground">
        {label}
      </div>
      {rows.map((row, index) => {
        if (row.kind === 'gap') return <Gap key={index} lines={row.lines} />;
        const cell = row[side];
        const other = row[side === 'before' ? 'after' : 'before'];
        const changed = row.kind === 'changed';
        if (!cell) return <div key={index} aria-hidden className="diff-nothing h-5 max-md:hidden" />;
        const [start, end] = changed && other ? changedPart(cell.text, other.text) : [0, 0];
        return (
          <div
            key={index}
            className={cn('flex', changed && (side === 'before' ? 'diff-removed' : 'diff-added'))}
          >
            <span aria-hidden className="w-11 shrink-0 pe-2 text-end text-code-line select-none">
              {cell.number}
            </span>
            <span className="w-4 shrink-0 select-none">
              {changed && (
                <>
                  <span aria-hidden>{side === 'before' ? '−' : '+'}</span>
                  <span className="sr-only">{side === 'before' ? m.code.removed : m.code.added} </span>
                </>
              )}
            </span>
            <code className="pe-4 whitespace-pre">
              {cell.text.slice(0, start)}
              <span
                className={end > start ? (side === 'before' ? 'diff-removed-part' : 'diff-added-part') : ''}
              >
                {cell.text.slice(start, end)}
              </span>
              {cell.text.slice(end)}
            </code>
          </div>
        );
      })}
    </div>
  );
}
