import { Fragment } from 'react';
import { m } from '@/i18n/messages';
import { changedPart } from './alignedRows';
import { Gap } from './Gap';
import { hunksBetween } from './lineDifferences';

interface LineDiffProps {
  change: {
    readonly line: number;
    readonly removed: readonly string[];
    readonly added: readonly string[];
  };
}

/** A change of a few lines: of each place those that go, then those that come; what lies between them only as a number. */
export function LineDiff({ change: { line, removed, added } }: LineDiffProps) {
  return (
    <div
      role="group"
      aria-label={m.code.change}
      className="overflow-hidden rounded-md border bg-code py-1.5 font-mono text-xs leading-5"
    >
      {hunksBetween(removed, added).map((hunk, place) => (
        <Fragment key={hunk.before}>
          {place > 0 && <Gap lines={hunk.kept} />}
          {hunk.removed.map((text, index) => (
            <DiffLine
              key={`-${index}`}
              kind="removed"
              number={line + hunk.before + index}
              text={text}
              other={hunk.added[index]}
            />
          ))}
          {hunk.added.map((text, index) => (
            <DiffLine
              key={`+${index}`}
              kind="added"
              number={line + hunk.after + index}
              text={text}
              other={hunk.removed[index]}
            />
          ))}
        </Fragment>
      ))}
    </div>
  );
}

interface DiffLineProps {
  kind: 'removed' | 'added';
  number: number;
  text: string;
  /** The line that it takes the place of, or that takes its place. */
  other: string | undefined;
}

/** A line that is too long for the place is broken: what changes must be in sight. */
function DiffLine({ kind, number, text, other }: DiffLineProps) {
  const [start, end] = other === undefined ? [0, 0] : changedPart(text, other);
  return (
    <div className={`flex diff-${kind}`}>
      <span aria-hidden className="w-10 shrink-0 pe-2 text-end text-code-line select-none">
        {number}
      </span>
      <span className="w-4 shrink-0 select-none">
        <span aria-hidden>{kind === 'removed' ? '−' : '+'}</span>
        <span className="sr-only">{m.code[kind]} </span>
      </span>
      <code className="min-w-0 pe-4 break-words whitespace-pre-wrap">
        {text.slice(0, start)}
        <span className={end > start ? `diff-${kind}-part` : undefined}>{text.slice(start, end)}</span>
        {text.slice(end)}
      </code>
    </div>
  );
}
