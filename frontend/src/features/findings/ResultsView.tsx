import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { InlineError } from '@/components/common/ErrorState';
import { Button } from '@/components/ui/button';
import { useMediaQuery } from '@/hooks/useMediaQuery';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import { emptyDraft, replaceDraft } from '@/services/draft';
import type { ReviewResults, SourceFile } from '@/types/review';
import { FilterBar } from './FilterBar';
import { inReadingOrder, matching } from './filters';
import { FindingPanes } from './FindingPanes';
import { Receipt } from './Receipt';
import { useFindingsAddress } from './useFindingsAddress';
import { useFixes } from './useFixes';
import { Verdict } from './Verdict';

interface ResultsViewProps {
  review: ReviewResults;
  files: readonly SourceFile[];
  /** Why the code could not be read, if it could not. */
  filesError: unknown;
}

/** Verdict, receipt, then the findings: list, code and detail. */
export function ResultsView({ review, files, filesError }: ResultsViewProps) {
  const navigate = useNavigate();
  const wide = useMediaQuery('(min-width: 1024px)');
  const address = useFindingsAddress();
  const fixes = useFixes(files);
  const all = useMemo(() => inReadingOrder(review.results.issues), [review]);
  const listed = useMemo(() => matching(all, address.filters), [all, address.filters]);

  const finding = all.find(({ id }) => id === address.openId) ?? null;
  // On phones the list, a finding and the code are views of their own.
  const alone = !wide && (finding !== null || address.view === 'code');

  const again = (): void => {
    replaceDraft({
      ...emptyDraft,
      files: files.map(({ path, language }) => ({ path, language, content: fixes.textOf(path).text })),
    });
    void navigate('/reviews/new');
  };

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className={cn('grid gap-4 px-4 pt-5 pb-4 md:px-6', alone && 'hidden')}>
        <Verdict review={review}>
          <Button variant="outline" onClick={again} disabled={files.length === 0}>
            {m.results.again}
          </Button>
        </Verdict>
        <Receipt review={review} />
        {filesError !== null && <InlineError error={filesError} lead={m.results.noCode} />}
      </div>
      {fixes.count > 0 && (
        <div
          role="status"
          className="flex flex-wrap items-center gap-2 border-t bg-muted px-4 py-2 text-sm md:px-6"
        >
          {m.results.fixesApplied(fixes.count)}
          <span className="ml-auto flex gap-2">
            <Button variant="ghost" size="sm" onClick={fixes.undoAll}>
              {m.results.undoAll}
            </Button>
            <Button size="sm" onClick={again}>
              {m.results.reviewChanged}
            </Button>
          </span>
        </div>
      )}
      {all.length > 0 && !alone && <FilterBar issues={all} shown={listed.length} address={address} />}
      <FindingPanes {...{ review, files, all, listed, finding, address, fixes, wide }} />
    </div>
  );
}
