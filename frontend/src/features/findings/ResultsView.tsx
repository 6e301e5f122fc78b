import { GitCompareArrows, RotateCcw } from 'lucide-react';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { InlineError } from '@/components/common/ErrorState';
import { RetryFailed } from '@/components/job/RetryFailed';
import { Button, buttonVariants } from '@/components/ui/button';
import { useMediaQuery } from '@/hooks/useMediaQuery';
import { useFilesWith, useReviewName } from '@/hooks/useReview';
import { formatDateTime } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { Issue, ReviewResults, ReviewStatus, SourceFile } from '@/types/review';
import { ApplyFixes } from './ApplyFixes';
import { DecisionCard } from './DecisionCard';
import { DecisionDialog } from './DecisionDialog';
import { ExportMenu } from './ExportMenu';
import { FilterBar } from './FilterBar';
import { inReadingOrder, isFiltered, matching } from './filters';
import { FindingPanes } from './FindingPanes';
import { FixedBar } from './FixedBar';
import { inRowOrder, rowsOf, rowsWithNitpicksApart } from './groups';
import { PrintReport } from './PrintReport';
import { Receipt } from './Receipt';
import { SelectionBar } from './SelectionBar';
import { useApplying } from './useApplying';
import { useDecisions } from './useDecisions';
import { useFindingCommands } from './useFindingCommands';
import { useFindingsAddress } from './useFindingsAddress';
import { useFindingTabs } from './useFindingTabs';
import { useFixes } from './useFixes';
import { useReviewAgain } from './useReviewAgain';
import { usePlaceInList } from './usePlaceInList';
import { useSelection } from './useSelection';
import { Verdict } from './Verdict';

interface ResultsViewProps {
  status: ReviewStatus;
  review: ReviewResults;
  files: readonly SourceFile[];
  /** Why the code could not be read, if it could not. */
  filesError: unknown;
}

/** Verdict, receipt, then the findings: list, code and detail. */
export function ResultsView({ status, review, files: fetched, filesError }: ResultsViewProps) {
  const wide = useMediaQuery('(min-width: 1024px)');
  const name = useReviewName(review.job_id);
  const address = useFindingsAddress();
  const all = useMemo(() => inReadingOrder(review.results.issues), [review]);
  const finding = all.find(({ id }) => id === address.openId) ?? null;
  const files = useFilesWith(review.job_id, fetched, finding?.file_path ?? null);
  const fixes = useFixes(review.job_id, all, files);
  const { byTab, tab } = useFindingTabs(all, finding, address.tab);
  const inTab = byTab[tab];
  const { filters, grouping } = address;
  const rows = useMemo(() => {
    const matched = matching(inTab, filters);
    const whole = tab === 'all' && grouping === 'none' && !isFiltered(filters);
    return whole ? rowsWithNitpicksApart(matched) : rowsOf(matched, grouping);
  }, [inTab, tab, filters, grouping]);
  const listed = useMemo(() => inRowOrder(rows), [rows]);
  const place = usePlaceInList(listed, finding);
  const selection = useSelection(listed);
  const decisions = useDecisions(review.job_id);
  const again = useReviewAgain(review.job_id, files, fixes);

  const paths = useMemo(() => [...new Set(listed.map(({ file_path }) => file_path))], [listed]);
  // On phones the list, a finding and the code are views of their own.
  const alone = !wide && (finding !== null || address.view === 'code');

  const applying = useApplying(fixes);
  const apply = (issues: readonly Issue[]): void => {
    applying(issues);
    selection.clear();
  };
  const shownPath = finding?.file_path ?? address.shownFile ?? paths[0] ?? null;
  useFindingCommands({
    listed,
    place,
    finding,
    paths,
    shownPath,
    address,
    fixes,
    selection,
    decisions,
    apply,
  });

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <p className="hidden px-4 pt-4 text-xs text-muted-foreground md:px-6 print:block">
        {m.results.printed(name, review.job_id, formatDateTime(review.created_at))}
      </p>
      <div
        className={cn(
          'grid grid-cols-[minmax(0,1fr)] gap-3 px-4 pt-4 pb-3 md:px-6',
          alone && 'hidden print:grid',
        )}
      >
        <Verdict review={review}>
          <ApplyFixes listed={listed} files={files} fixes={fixes} onApply={apply} />
          <ExportMenu {...{ review, listed, files, fixes }} />
          <Link to={`/reviews/${review.job_id}/compare`} className={buttonVariants({ variant: 'outline' })}>
            <GitCompareArrows aria-hidden />
            {m.results.compare}
          </Link>
          <Button variant="outline" onClick={again.edit} disabled={files.length === 0}>
            <RotateCcw aria-hidden />
            {m.results.again}
          </Button>
        </Verdict>
        {review.results.decision && <DecisionCard decision={review.results.decision} />}
        <RetryFailed status={status} />
        <Receipt review={review} failed={status.failed_agents} />
        {filesError !== null && <InlineError error={filesError} lead={m.results.noCode} />}
      </div>
      <FixedBar fixes={fixes} again={again} />
      {all.length > 0 && !alone && (
        <FilterBar
          issues={inTab}
          shown={listed.length}
          tab={tab}
          counts={{
            priority: byTab.priority.length,
            all: byTab.all.length,
            dismissed: byTab.dismissed.length,
          }}
          address={address}
        />
      )}
      <SelectionBar {...{ selection, listed, files, fixes, decisions }} onApply={apply} />
      <DecisionDialog
        issues={decisions.asked}
        onClose={decisions.cancel}
        onDecide={(issues, decision) => {
          decisions.decide(issues, decision);
          selection.clear();
        }}
      />
      <FindingPanes
        {...{
          review,
          files,
          all,
          rows,
          listed,
          place,
          finding,
          address,
          fixes,
          selection,
          decisions,
          apply,
          wide,
        }}
      />
      <PrintReport {...{ review, files }} failed={status.failed_agents ?? []} byTab={byTab} />
    </div>
  );
}
