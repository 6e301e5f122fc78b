import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useMediaQuery } from '@/hooks/useMediaQuery';
import { useWindowedRows } from '@/hooks/useWindowedRows';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import { groupBy } from '@/utils/groupBy';
import type { Token } from './highlight';
import { highlightedLines, piecesOf } from './highlightedLines';
import type { Point } from './LineMenu';
import { marksByLine, segmentsOf, type LineMarks, type Mark } from './marks';
import './code.css';

interface StaticCodeProps {
  value: string;
  /** The grammar's id. */
  language: string;
  label: string;
  marks: readonly Mark[];
  activeMark: string | null;
  /** Lines high enough for the marks of neighbours to be hit; always so on narrow screens. */
  roomy?: boolean;
  onPick?: (line: number, column: null, at: Point) => void;
}

const linePx = 20;
/** code.css has the same. */
const roomyLinePx = 24;

/** Code with line numbers and findings, without the editor: for phones, and until the editor has loaded. */
export function StaticCode({
  value,
  language,
  label,
  marks,
  activeMark,
  roomy = false,
  onPick,
}: StaticCodeProps) {
  const narrow = useMediaQuery('(max-width: 639px)');
  const height = narrow || roomy ? roomyLinePx : linePx;
  const lines = useMemo(() => value.split('\n'), [value]);
  const tokens = useMemo(() => highlightedLines(value, language), [value, language]);
  const widest = useMemo(() => lines.reduce((most, { length }) => Math.max(most, length), 0), [lines]);
  const marked = useMemo(() => new Map(marksByLine(marks).map((line) => [line.line, line])), [marks]);
  const notes = useMemo(
    () =>
      new Map(
        groupBy(
          marks.filter(({ note }) => note),
          ({ endLine }) => endLine,
        ),
      ),
    [marks],
  );
  const active = useMemo(() => marks.find(({ id }) => id === activeMark), [marks, activeMark]);
  const heightOf = useCallback(() => height, [height]);
  const { ref, from, to, before, after, reveal } = useWindowedRows(lines.length, heightOf);
  const ruler = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    if (!active) return;
    reveal(active.line - 1, 'center');
    if (ruler.current) revealColumns(ruler.current, active);
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
        className={cn('code-text w-max min-w-full', roomy && 'code-text-roomy')}
        style={{ paddingTop: before, paddingBottom: after, minWidth: `max(100%, ${widest + 8}ch)` }}
      >
        <span ref={ruler} aria-hidden className="invisible absolute" style={{ width: `${rulerLetters}ch` }} />
        {lines.slice(from, to).map((text, index) => {
          const number = from + index + 1;
          return (
            <Line
              key={number}
              number={number}
              text={text}
              tokens={tokens[number - 1] ?? []}
              found={marked.get(number)}
              notes={notes.get(number)}
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
  tokens: readonly Token[];
  found: LineMarks | undefined;
  notes: readonly Mark[] | undefined;
  active: boolean;
  onPick: StaticCodeProps['onPick'];
}

function Line({ number, text, tokens, found, notes, active, onPick }: LineProps) {
  return (
    <div
      data-line={number}
      className={cn('flex bg-code', found && `finding-${found.severity}`, active && 'finding-active-line')}
    >
      <span className="sticky start-0 flex w-14 shrink-0 justify-end bg-inherit pe-3">
        {found && (
          <button
            type="button"
            className={cn(
              'finding-glyph absolute start-0 h-full w-6',
              `finding-count-${Math.min(found.marks.length, 9)}`,
              `finding-${found.severity}`,
            )}
            aria-label={m.code.findingsOnLine(found.marks.length, number, m.severity[found.severity])}
            onClick={({ currentTarget }) => onPick?.(number, null, below(currentTarget))}
          />
        )}
        <span aria-hidden className="text-code-line select-none">
          {number}
        </span>
      </span>
      <code className="pe-6 whitespace-pre">
        {piecesOf(tokens, found ? segmentsOf(text, number, found.marks) : []).map(
          ({ text: part, kind, severity }, index) => (
            <span
              key={index}
              className={cn(
                kind !== 'plain' && `token-${kind}`,
                severity && `finding-squiggle finding-${severity}`,
              )}
            >
              {part}
            </span>
          ),
        )}
        {text === '' && ' '}
        {notes?.map(({ id, note }) => (
          <span key={id} className="finding-note">
            {note}
          </span>
        ))}
      </code>
    </div>
  );
}

/** The gutter's width. */
const gutterPx = 56;
/** How wide a letter is can only be measured; several make it exact. */
const rulerLetters = 10;

/** Scrolls sidewards only as far as the mark needs, or its beginning if it is wider than the box; or back to the left. */
function revealColumns(ruler: HTMLElement, { column, line, endLine, endColumn }: Mark): void {
  const box = ruler.closest('[role="region"]');
  if (!box) return;
  const letterPx = ruler.getBoundingClientRect().width / rulerLetters;
  const end = gutterPx + letterPx * (line === endLine && endColumn ? endColumn + 1 : column + 1);
  box.scrollLeft = Math.max(0, Math.min(end - box.clientWidth, letterPx * (column - 4)));
}

function below(element: Element): Point {
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left, y: bottom };
}
