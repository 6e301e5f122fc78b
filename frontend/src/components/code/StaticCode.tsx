import { useCallback, useEffect, useMemo } from 'react';
import { useMediaQuery } from '@/hooks/useMediaQuery';
import { useWindowedRows } from '@/hooks/useWindowedRows';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import { marksByLine, segmentsOf, type LineMarks, type Mark } from './marks';
import './code.css';

interface StaticCodeProps {
  value: string;
  label: string;
  marks: readonly Mark[];
  activeMark: string | null;
  onPick?: (line: number, column: null) => void;
}

const linePx = 20;
/** Room for a finger on the marks of neighbouring lines; code.css has the same. */
const touchLinePx = 24;

/** Code with line numbers and findings, without the editor: for phones, and until the editor has loaded. */
export function StaticCode({ value, label, marks, activeMark, onPick }: StaticCodeProps) {
  const narrow = useMediaQuery('(max-width: 639px)');
  const height = narrow ? touchLinePx : linePx;
  const lines = useMemo(() => value.split('\n'), [value]);
  const widest = useMemo(() => lines.reduce((most, { length }) => Math.max(most, length), 0), [lines]);
  const marked = useMemo(() => new Map(marksByLine(marks).map((line) => [line.line, line])), [marks]);
  const notes = useMemo(
    () => new Map(marks.flatMap(({ endLine, note }) => (note ? [[endLine, note]] : []))),
    [marks],
  );
  const active = useMemo(() => marks.find(({ id }) => id === activeMark), [marks, activeMark]);
  const heightOf = useCallback(() => height, [height]);
  const { ref, from, to, before, after, reveal } = useWindowedRows(lines.length, heightOf);

  useEffect(() => {
    if (active) reveal(active.line - 1, 'center');
  }, [active, reveal]);

  return (
    <div
      ref={ref}
      role="region"
      aria-label={label}
      tabIndex={0}
      className="h-full overflow-auto bg-code py-3 -outline-offset-2"
    >
      <div
        className="code-text w-max min-w-full"
        style={{ paddingTop: before, paddingBottom: after, minWidth: `max(100%, ${widest + 8}ch)` }}
      >
        {lines.slice(from, to).map((text, index) => {
          const number = from + index + 1;
          return (
            <Line
              key={number}
              number={number}
              text={text}
              found={marked.get(number)}
              note={notes.get(number)}
              active={active !== undefined && number >= active.line && number <= active.endLine}
              onPick={onPick}
            />
          );
        })}
      </div>
    </div>
  );
}

interface LineProps {
  number: number;
  text: string;
  found: LineMarks | undefined;
  note: string | undefined;
  active: boolean;
  onPick: StaticCodeProps['onPick'];
}

function Line({ number, text, found, note, active, onPick }: LineProps) {
  return (
    <div
      data-line={number}
      className={cn('flex bg-code', found && `finding-${found.severity}`, active && 'finding-active-line')}
    >
      <span className="sticky left-0 flex w-14 shrink-0 justify-end bg-inherit pr-3">
        {found && (
          <button
            type="button"
            className={cn(
              'finding-glyph absolute left-0 h-full w-6',
              `finding-count-${Math.min(found.marks.length, 9)}`,
              `finding-${found.severity}`,
            )}
            aria-label={m.code.findingsOnLine(found.marks.length, number, m.severity[found.severity])}
            onClick={() => onPick?.(number, null)}
          />
        )}
        <span aria-hidden className="text-code-line select-none">
          {number}
        </span>
      </span>
      <code className="pr-6 whitespace-pre">
        {found
          ? segmentsOf(text, number, found.marks).map(({ text: part, severity }, index) => (
              <span key={index} className={severity ? `finding-squiggle finding-${severity}` : undefined}>
                {part}
              </span>
            ))
          : text || ' '}
        {note && <span className="finding-note">{note}</span>}
      </code>
    </div>
  );
}
