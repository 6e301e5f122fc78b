import { ArrowLeft, SearchX, ShieldCheck } from 'lucide-react';
import { EmptyState } from '@/components/common/EmptyState';
import { Button } from '@/components/ui/button';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { Issue, ReviewResults, SourceFile } from '@/types/review';
import { CodePane } from './CodePane';
import { FindingDetail } from './FindingDetail';
import { isFiltered, noFilters } from './filters';
import { FindingList } from './FindingList';
import { ListHead } from './ListHead';
import type { Row } from './groups';
import type { Decisions } from './useDecisions';
import type { FindingsAddress, View } from './useFindingsAddress';
import type { Fixes } from './useFixes';
import type { PlaceInList } from './usePlaceInList';
import type { Selection } from './useSelection';

interface FindingPanesProps {
  review: ReviewResults;
  files: readonly SourceFile[];
  all: readonly Issue[];
  rows: readonly Row[];
  listed: readonly Issue[];
  place: PlaceInList;
  /** The open one. */
  finding: Issue | null;
  address: FindingsAddress;
  fixes: Fixes;
  selection: Selection;
  decisions: Decisions;
  /** Applies what still fits and says what became of it. */
  apply: (issues: readonly Issue[]) => void;
  wide: boolean;
}

/** List, code and detail: side by side on wide screens, the detail below the code where that would be too narrow, one at a time on phones. */
export function FindingPanes(props: FindingPanesProps) {
  const { review, files, all, listed, place, finding, address, fixes, decisions, apply, wide } = props;
  const { open, view, show } = address;
  const list = <ListPane {...props} />;
  const detail = finding && (
    <FindingDetail
      jobId={review.job_id}
      {...{ finding, listed, place, address, fixes, decisions, files, wide }}
    />
  );
  const code = <CodePane {...{ files, listed, finding, address, fixes, decisions, apply }} />;

  if (all.length === 0 && files.length === 0) return list;
  if (wide) {
    return (
      <div
        className={cn(
          'grid h-[calc(100dvh-6rem)] min-h-120 grid-rows-[minmax(0,1fr)] divide-x border-t print:hidden',
          detail
            ? 'grid-cols-[17rem_minmax(0,1fr)] max-xl:grid-rows-[minmax(0,2fr)_minmax(0,3fr)] xl:grid-cols-[17rem_minmax(0,1fr)_22rem] 2xl:grid-cols-[21rem_minmax(0,1fr)_27rem]'
            : 'grid-cols-[20rem_minmax(0,1fr)] 2xl:grid-cols-[24rem_minmax(0,1fr)]',
        )}
      >
        <div className={cn('flex min-h-0 flex-col', detail && 'max-xl:row-span-2')}>{list}</div>
        {code}
        {detail && (
          <section
            aria-label={m.results.detail}
            className="min-h-0 animate-fade overflow-auto max-xl:border-t"
          >
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
      <ListHead shown={listed.length} all={all.length} {...{ address, selection }} />
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
