import { ArrowLeft, SearchX, ShieldCheck } from 'lucide-react';
import { useMemo } from 'react';
import { EmptyState } from '@/components/common/EmptyState';
import { CodeViewer } from '@/components/code/CodeViewer';
import { marksOf, relatedMarksOf, type MarkAction } from '@/components/code/marks';
import { Button } from '@/components/ui/button';
import { FileHeader } from '@/components/code/FileHeader';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { Issue, ReviewResults, SourceFile } from '@/types/review';
import { assertNever } from '@/utils/assertNever';
import { grammarOf } from '@/utils/languages';
import { FindingDetail } from './FindingDetail';
import { isFiltered, noFilters } from './filters';
import { FindingList } from './FindingList';
import { ListHead } from './ListHead';
import type { Row } from './groups';
import type { Decisions } from './useDecisions';
import type { FindingsAddress, View } from './useFindingsAddress';
import type { Fixes } from './useFixes';
import type { Selection } from './useSelection';

interface FindingPanesProps {
  review: ReviewResults;
  files: readonly SourceFile[];
  all: readonly Issue[];
  rows: readonly Row[];
  listed: readonly Issue[];
  /** The open one. */
  finding: Issue | null;
  address: FindingsAddress;
  fixes: Fixes;
  selection: Selection;
  decisions: Decisions;
  wide: boolean;
}

/** List, code and detail: side by side on wide screens, one at a time on phones. */
export function FindingPanes(props: FindingPanesProps) {
  const { review, files, all, listed, finding, address, fixes, decisions, wide } = props;
  const { open, view, show } = address;
  const list = <ListPane {...props} />;
  const detail = finding && (
    <FindingDetail jobId={review.job_id} {...{ finding, listed, address, fixes, decisions, files, wide }} />
  );
  const code = <CodePane {...{ files, listed, finding, address, fixes, decisions }} />;

  if (all.length === 0 && files.length === 0) return list;
  if (wide) {
    return (
      <div
        className={cn(
          'grid h-[calc(100dvh-6rem)] min-h-120 grid-rows-[minmax(0,1fr)] divide-x border-t print:hidden',
          detail
            ? 'grid-cols-[17rem_minmax(0,1fr)_22rem] 2xl:grid-cols-[21rem_minmax(0,1fr)_27rem]'
            : 'grid-cols-[20rem_minmax(0,1fr)] 2xl:grid-cols-[24rem_minmax(0,1fr)]',
        )}
      >
        <div className="flex min-h-0 flex-col">{list}</div>
        {code}
        {detail && (
          <section aria-label={m.results.detail} className="min-h-0 animate-fade overflow-auto">
            {detail}
          </section>
        )}
      </div>
    );
  }
  return (
    <Tabs value={view} onValueChange={(next) => show(next as View)} className="border-t print:hidden">
      <TabsList className="px-4">
        <TabsTrigger value="findings">{m.results.findings}</TabsTrigger>
        <TabsTrigger value="code">{m.results.code}</TabsTrigger>
      </TabsList>
      <TabsContent value="findings">
        {detail ? (
          <section aria-label={m.results.detail}>
            <Button variant="ghost" className="m-2 mb-0" onClick={() => open(null)}>
              <ArrowLeft aria-hidden />
              {m.results.back}
            </Button>
            {detail}
          </section>
        ) : (
          list
        )}
      </TabsContent>
      <TabsContent value="code" className="h-[70dvh]">
        {code}
      </TabsContent>
    </Tabs>
  );
}

function ListPane({ review, rows, listed, all, address, selection, fixes, wide }: FindingPanesProps) {
  if (all.length === 0) {
    const reviewed = review.coverage.files.filter(({ status }) => status !== 'skipped').length;
    return <EmptyState icon={ShieldCheck} title={m.results.none} text={m.results.noneText(reviewed)} />;
  }
  if (listed.length === 0 && isFiltered(address.filters)) {
    return (
      <EmptyState icon={SearchX} title={m.results.noneMatch}>
        <Button variant="outline" onClick={() => address.setFilters(noFilters)}>
          {m.results.filters.clear}
        </Button>
      </EmptyState>
    );
  }
  if (listed.length === 0) {
    return (
      <EmptyState
        icon={ShieldCheck}
        title={m.results.nonePriority}
        text={m.results.nonePriorityText(all.length)}
      >
        <Button variant="outline" onClick={() => address.setTab('all')}>
          {m.results.showAll}
        </Button>
      </EmptyState>
    );
  }
  return (
    <>
      <ListHead shown={listed.length} all={all.length} address={address} />
      <FindingList
        rows={rows}
        address={address}
        selection={selection}
        isFixed={fixes.isApplied}
        scrolls={wide}
      />
    </>
  );
}

interface CodePaneProps {
  files: readonly SourceFile[];
  listed: readonly Issue[];
  finding: Issue | null;
  address: FindingsAddress;
  fixes: Fixes;
  decisions: Decisions;
}

/** The file of the open finding or its step, or the one chosen, with every listed finding marked. */
function CodePane({ files, listed, finding, address, fixes, decisions }: CodePaneProps) {
  const { textOf, isApplied } = fixes;
  const step = address.step === null ? undefined : finding?.related[address.step];
  const path = step?.file_path ?? finding?.file_path ?? address.shownFile ?? listed[0]?.file_path;
  const file = files.find((candidate) => candidate.path === path) ?? files[0];
  const fixed = textOf(file?.path ?? '');
  // A link may open a finding that the filters leave out.
  const hidden = finding !== null && !listed.includes(finding);
  const shown = useMemo(() => (hidden ? [...listed, finding] : listed), [listed, hidden, finding]);
  const found = useMemo(() => {
    const open = shown.filter((issue) => !isApplied(issue));
    const fixable = new Set(open.filter(({ fix }) => fix !== null).map(({ id }) => id));
    return marksOf(open, file?.path ?? '').map((mark) => ({
      ...fixed.move(mark),
      actions: actionsOf(fixable.has(mark.id)),
    }));
  }, [shown, file, fixed, isApplied]);
  const flow = useMemo(
    () => relatedMarksOf(finding, file?.path ?? '').map(fixed.move),
    [finding, file, fixed],
  );
  const marks = useMemo(() => (flow.length > 0 ? [...found, ...flow] : found), [found, flow]);
  const act = (action: MarkAction, id: string): void => {
    const issue = shown.find((other) => other.id === id);
    if (!issue) return;
    switch (action) {
      case 'open': {
        address.open(id);
        return;
      }
      case 'apply':
        return void fixes.apply(issue);
      case 'accept': {
        decisions.decide([issue], { state: 'accepted' });
        return;
      }
      case 'dismiss': {
        decisions.ask(issue);
        return;
      }
      default:
        return assertNever(action);
    }
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
          activeMark={finding && step ? `${finding.id}/${address.step}` : (finding?.id ?? null)}
          onSelect={address.open}
          onAct={act}
        />
      </div>
    </section>
  );
}

function actionsOf(fixable: boolean): readonly MarkAction[] {
  return fixable ? ['open', 'apply', 'accept', 'dismiss'] : ['open', 'accept', 'dismiss'];
}
