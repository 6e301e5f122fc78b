import { Fragment } from 'react';
import { m } from '@/i18n/messages';
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
  let shown = 0;
  const places = hunksBetween(removed, added).map((hunk) => {
    const between = hunk.before - shown;
    shown = hunk.before + hunk.removed.length;
    return { hunk, between };
  });
  return (
    <div
      role="region"
      aria-label={m.code.change}
      tabIndex={0}
      className="overflow-x-auto rounded-md border bg-code py-1.5"
    >
      <div className="w-max min-w-full font-mono text-xs leading-5">
        {places.map(({ hunk, between }, place) => (
          <Fragment key={hunk.before}>
            {place > 0 && between > 0 && <Gap lines={between} />}
            {hunk.removed.map((text, index) => (
              <DiffLine
                key={`-${index}`}
                sign="−"
                label={m.code.removed}
                number={line + hunk.before + index}
                text={text}
                kind="diff-removed"
              />
            ))}
            {hunk.added.map((text, index) => (
              <DiffLine
                key={`+${index}`}
                sign="+"
                label={m.code.added}
                number={line + hunk.after + index}
                text={text}
                kind="diff-added"
              />
            ))}
          </Fragment>
        ))}
      </div>
    </div>
  );
}

interface DiffLineProps {
  sign: string;
  label: string;
  number: number;
  text: string;
  kind: string;
}

function DiffLine({ sign, label, number, text, kind }: DiffLineProps) {
  return (
    <div className={`flex ${kind}`}>
      <span aria-hidden className="w-10 shrink-0 pe-2 text-end text-code-line select-none">
        {number}
      </span>
      <span className="w-4 shrink-0 select-none">
        <span aria-hidden>{sign}</span>
        <span className="sr-only">{label} </span>
      </span>
      <code className="pe-4 whitespace-pre">{text}</code>
    </div>
  );
}
