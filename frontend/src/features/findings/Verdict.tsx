import { CircleCheck, CircleDashed, CircleX, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { Gate, ReviewResults } from '@/types/review';
import { Scores } from './Scores';
import { conditionWords, verdictSentence } from './verdictWords';

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
  return (
    <div className="grid gap-x-10 gap-y-1 md:grid-cols-[minmax(0,1fr)_auto]">
      <h1 className="flex items-start gap-2.5 text-lg">
        <Icon aria-hidden className={cn('mt-0.5 size-5.5 shrink-0', color)} />
        <span>
          <span className={cn('font-semibold', color)}>{m.results.verdict[verdict.gate]}:</span>{' '}
          {verdictSentence(verdict, coverage)}
        </span>
      </h1>
      <div className="pl-8.5 md:max-xl:col-span-2">
        <p className="max-w-[70ch] text-muted-foreground">{results.summary}</p>
        {verdict.conditions.length > 0 && (
          <ul aria-label={m.results.conditions} className="mt-1.5 flex flex-wrap gap-x-5 gap-y-1 text-sm">
            {verdict.conditions.map((condition, index) => (
              <li key={index} className="inline-flex items-start gap-1.5">
                {condition.passed ? (
                  <CircleCheck
                    role="img"
                    aria-label={m.results.conditionMet}
                    className="mt-0.5 size-4 shrink-0 text-success"
                  />
                ) : (
                  <CircleX
                    role="img"
                    aria-label={m.results.conditionNotMet}
                    className="mt-0.5 size-4 shrink-0 text-destructive"
                  />
                )}
                {conditionWords(condition)}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="mt-1 md:max-xl:col-span-2 md:max-xl:pl-8.5">
        <Scores metrics={results.metrics} />
      </div>
      <div className="mt-2 flex flex-wrap gap-2 md:col-start-2 md:row-start-1 md:mt-0 md:justify-self-end print:hidden">
        {children}
      </div>
    </div>
  );
}
