import { useEffect, useMemo, useRef } from 'react';
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

const chunkLines = 100;
const linePx = 20;

/** Code with line numbers and findings, without the editor: for phones, and until the editor has loaded. */
export function StaticCode({ value, label, marks, activeMark, onPick }: StaticCodeProps) {
  const region = useRef<HTMLDivElement>(null);
  const chunks = useMemo(() => chunksOf(value.split('\n'), chunkLines), [value]);
  const marked = useMemo(() => new Map(marksByLine(marks).map((line) => [line.line, line])), [marks]);
  const active = marks.find(({ id }) => id === activeMark);

  useEffect(() => {
    if (!active) return;
    const line = region.current?.querySelector(`[data-line="${active.line}"]`);
    line?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [active]);

  return (
    <div
      ref={region}
      role="region"
      aria-label={label}
      tabIndex={0}
      className="h-full overflow-auto bg-code py-3 -outline-offset-2"
    >
      <div className="code-text w-max min-w-full">
        {chunks.map((lines, chunk) => (
          <div
            key={chunk}
            className="code-chunk"
            style={{ containIntrinsicSize: `auto ${lines.length * linePx}px` }}
          >
            {lines.map((text, index) => {
              const number = chunk * chunkLines + index + 1;
              const isActive = active !== undefined && number >= active.line && number <= active.endLine;
              return (
                <Line
                  key={number}
                  number={number}
                  text={text}
                  found={marked.get(number)}
                  active={isActive}
                  onPick={onPick}
                />
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

interface LineProps {
  number: number;
  text: string;
  found: LineMarks | undefined;
  active: boolean;
  onPick: StaticCodeProps['onPick'];
}

function Line({ number, text, found, active, onPick }: LineProps) {
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
      </code>
    </div>
  );
}

function chunksOf<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let from = 0; from < items.length; from += size) chunks.push(items.slice(from, from + size));
  return chunks;
}
