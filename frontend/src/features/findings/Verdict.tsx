import { CircleCheck, CircleDashed, CircleX, type LucideIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Clamped } from '@/components/common/Clamped';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { Gate, ReviewResults } from '@/types/review';
import { Comparison } from './Comparison';
import { Conditions } from './Conditions';
import { Scores } from './Scores';
import { verdictSentence } from './verdictWords';

const looks: Record<Gate, readonly [icon: LucideIcon, color: string]> = {
  passed: [CircleCheck, 'text-success'],
  failed: [CircleX, 'text-destructive'],
  incomplete: [CircleDashed, 'text-warning'],
};

interface VerdictProps {
  review: ReviewResults;
  /** What can be done with the review. */
  children: ReactNode;
}

/** The answer first: passed, failed or incomplete, by which conditions, and what was found in one paragraph. */
export function Verdict({ review, children }: VerdictProps) {
  const { verdict, coverage, results } = review;
  const [Icon, color] = looks[verdict.gate];
  const [more, setMore] = useState(false);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-2 md:grid-cols-[minmax(0,1fr)_auto]">
      <h1 className="flex min-w-0 items-start gap-2.5 text-lg">
        <Icon aria-hidden className={cn('mt-0.5 size-5.5 shrink-0', color)} />
        <span>
          <span className={cn('font-semibold', color)}>{m.results.verdict[verdict.gate]}:</span>{' '}
          {verdictSentence(verdict, coverage)}
        </span>
      </h1>
      <div className="grid gap-2 md:col-span-2 md:row-start-2 md:ps-8">
        <Conditions conditions={verdict.conditions} unmetOnly={!more} />
        <button
          type="button"
          aria-expanded={more}
          onClick={() => setMore(!more)}
          className="link min-h-6 justify-self-start text-sm md:hidden print:hidden touch:min-h-9"
        >
          {more ? m.results.lessOfVerdict : m.results.moreOfVerdict}
        </button>
        <div className={cn('grid gap-2', !more && 'max-md:hidden print:grid')}>
          <Clamped lines={2} className="max-w-[110ch] text-sm text-muted-foreground">
            {results.summary}
          </Clamped>
          <div className="flex flex-wrap items-center gap-x-8 gap-y-2">
            <Scores metrics={results.metrics} />
            <Comparison review={review} />
          </div>
        </div>
      </div>
      <div className="flex gap-2 max-md:-mx-4 max-md:overflow-x-auto max-md:px-4 max-md:pb-1 max-[22.5rem]:flex-wrap md:col-start-2 md:row-start-1 md:flex-wrap print:hidden touch:*:px-2.5">
        {children}
      </div>
    </div>
  );
}
