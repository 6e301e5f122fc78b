import { m } from '@/i18n/messages';

interface LineDiffProps {
  change: {
    readonly line: number;
    readonly removed: readonly string[];
    readonly added: readonly string[];
  };
}

/** A change of a few lines: those that go, then those that come. */
export function LineDiff({ change: { line, removed, added } }: LineDiffProps) {
  return (
    <div
      role="region"
      aria-label={m.code.change}
      tabIndex={0}
      className="overflow-x-auto rounded-md border bg-code py-1.5"
    >
      <div className="w-max min-w-full font-mono text-xs leading-5">
        {removed.map((text, index) => (
          <DiffLine
            key={`-${index}`}
            sign="−"
            label={m.code.removed}
            number={line + index}
            text={text}
            kind="diff-removed"
          />
        ))}
        {added.map((text, index) => (
          <DiffLine
            key={`+${index}`}
            sign="+"
            label={m.code.added}
            number={line + index}
            text={text}
            kind="diff-added"
          />
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
