import { useMemo } from 'react';
import { CodeViewer } from '@/components/code/CodeViewer';
import { FileHeader } from '@/components/code/FileHeader';
import { marksOf, relatedMarksOf, type Mark, type MarkAction } from '@/components/code/marks';
import { confidenceWord } from '@/components/common/weaknessWords';
import { m } from '@/i18n/messages';
import type { Issue, SourceFile } from '@/types/review';
import { grammarOf } from '@/utils/languages';
import { copied } from './copied';
import { promptOf, sourcesOf } from './exports';
import type { Decisions } from './useDecisions';
import type { FindingsAddress } from './useFindingsAddress';
import type { Fixes } from './useFixes';

interface CodePaneProps {
  files: readonly SourceFile[];
  listed: readonly Issue[];
  finding: Issue | null;
  address: FindingsAddress;
  fixes: Fixes;
  decisions: Decisions;
  /** Applies what still fits and says what became of it. */
  apply: (issues: readonly Issue[]) => void;
}

/** The file of the open finding or its step, or the one chosen, with every listed finding marked. */
export function CodePane({ files, listed, finding, address, fixes, decisions, apply }: CodePaneProps) {
  const { textOf, isApplied, isPossible } = fixes;
  const step = address.step === null ? undefined : finding?.related[address.step];
  const { place } = address;
  const path =
    place?.path ?? step?.file_path ?? finding?.file_path ?? address.shownFile ?? listed[0]?.file_path;
  const file = files.find((candidate) => candidate.path === path) ?? files[0];
  const fixed = textOf(file?.path ?? '');
  // A link may open a finding that the filters leave out.
  const hidden = finding !== null && !listed.includes(finding);
  const shown = useMemo(() => (hidden ? [...listed, finding] : listed), [listed, hidden, finding]);
  const found = useMemo(
    () =>
      shown
        .filter((issue) => !isApplied(issue))
        .flatMap((issue) =>
          marksOf([issue], file?.path ?? '').map((mark) => ({
            ...fixed.move(mark),
            about: aboutOf(issue),
            actions: actionsOf(issue, isPossible(issue)),
          })),
        ),
    [shown, file, fixed, isApplied, isPossible],
  );
  const flow = useMemo(
    () => relatedMarksOf(finding, file?.path ?? '').map(fixed.move),
    [finding, file, fixed],
  );
  const source = useMemo(
    () => (place && place.path === file?.path ? [fixed.move(sourceMark(place.line))] : []),
    [place, file, fixed],
  );
  const further = source.length > 0 ? source : flow;
  const marks = useMemo(() => (further.length > 0 ? [...found, ...further] : found), [found, further]);
  const active = finding && step ? `${finding.id}/${address.step}` : (finding?.id ?? null);
  const doing: Record<MarkAction, (issue: Issue) => void> = {
    open: ({ id }) => address.open(id),
    apply: (issue) => apply([issue]),
    accept: (issue) => decisions.decide([issue], { state: 'accepted' }),
    dismiss: (issue) => decisions.ask(issue),
    reopen: (issue) => decisions.decide([issue], { state: 'open' }),
    prompt: (issue) => copied(promptOf([issue], sourcesOf(files))),
  };
  const act = (action: MarkAction, id: string): void => {
    const issue = shown.find((other) => other.id === id);
    if (issue) doing[action](issue);
  };
  if (!file) return <p className="p-6 text-sm text-muted-foreground">{m.results.noCode}</p>;
  return (
    <section
      id="finding-code"
      aria-label={m.results.code}
      className="flex h-full min-h-0 min-w-0 flex-col bg-code"
    >
      <FileHeader path={file.path} paths={files.map((other) => other.path)} onShow={address.showFile} />
      <div className="min-h-0 flex-1">
        <CodeViewer
          path={file.path}
          value={fixed.text}
          language={grammarOf(file.language)}
          label={m.code.reviewed(file.path)}
          marks={marks}
          activeMark={source[0]?.id ?? active}
          onSelect={address.open}
          onAct={act}
        />
      </div>
    </section>
  );
}

/** The line that an answer rests on. */
function sourceMark(line: number): Mark {
  return {
    id: 'source',
    severity: 'info',
    title: m.results.source,
    line,
    endLine: line,
    column: 1,
    endColumn: null,
    related: true,
    note: m.results.source,
  };
}

function aboutOf({ rule_id, confidence, shelf }: Issue): string {
  return [rule_id, m.results.shelf[shelf], confidenceWord(confidence)].join(' · ');
}

function actionsOf({ triage }: Issue, fixable: boolean): readonly MarkAction[] {
  const decisions = triage.state === 'open' ? (['accept', 'dismiss'] as const) : (['reopen'] as const);
  return ['open', ...(fixable ? (['apply'] as const) : []), ...decisions, 'prompt'];
}
