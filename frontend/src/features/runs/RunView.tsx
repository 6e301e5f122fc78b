import { Ban, CircleCheck, CircleX, type LucideIcon } from 'lucide-react';
import { Link } from 'react-router';
import { QueryView } from '@/components/common/QueryView';
import { AgentEnds } from '@/components/job/AgentEnds';
import { RetryFailed } from '@/components/job/RetryFailed';
import { buttonVariants } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { usePageTitle } from '@/hooks/usePageTitle';
import { useExecution } from '@/hooks/useRuns';
import { formatDollars, formatSeconds } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { Execution } from '@/types/execution';
import type { ReviewStatus } from '@/types/review';
import { RunResult } from './RunResult';
import { Transcript } from './Transcript';

const r = m.runs;
type Ended = 'completed' | 'failed' | 'cancelled';

const looks: Record<Ended, readonly [icon: LucideIcon, color: string]> = {
  completed: [CircleCheck, 'text-success'],
  failed: [CircleX, 'text-destructive'],
  cancelled: [Ban, 'text-muted-foreground'],
};

/** A run that has ended: what came of it, then what was said. */
export function RunView({ status, ended }: { status: ReviewStatus; ended: Ended }) {
  const execution = useExecution(status.job_id);
  const workflow = m.workflow[status.workflow] ?? status.workflow;
  const [Icon, color] = looks[ended];
  usePageTitle(ended === 'completed' ? workflow : titleOf(ended, workflow));
  return (
    <div className="grid gap-5 px-4 pt-5 pb-10 md:px-6">
      <header className="flex flex-wrap items-start gap-x-3 gap-y-3">
        <Icon aria-hidden className={cn('mt-0.5 size-5.5 shrink-0', color)} />
        <div className="min-w-0 flex-1 basis-60">
          <h1 className="text-lg font-semibold">{titleOf(ended, workflow)}</h1>
          {execution.data?.question && (
            <p className="max-w-[80ch] font-medium break-words whitespace-pre-wrap">
              {execution.data.question}
            </p>
          )}
          <p className="tabular text-muted-foreground">
            {ended === 'completed' && execution.data && factsOf(execution.data)}
            {ended === 'failed' && `${status.error ?? ''} ${r.failedText}`}
            {ended === 'cancelled' && r.cancelledText}
          </p>
        </div>
        <div className="flex flex-wrap gap-2 print:hidden">
          <Link to={`/workflows/${status.workflow}`} className={buttonVariants({ variant: 'outline' })}>
            {r.again}
          </Link>
          <Link to="/history" className={buttonVariants({ variant: 'outline' })}>
            {m.ended.history}
          </Link>
        </div>
      </header>
      <RetryFailed status={status} />
      <QueryView query={execution} loading={<Skeleton className="h-96" />}>
        {(data) => (
          <>
            {data.results ? (
              <RunResult result={data.results} about={data.about} />
            ) : (
              ended === 'completed' && (
                <p className="text-muted-foreground">
                  {r.results.none}. {r.results.noneText}
                </p>
              )
            )}
            <section aria-labelledby="transcript-title">
              <h2 id="transcript-title" className="mb-1 font-semibold">
                {r.transcript.title}
              </h2>
              <AgentEnds job={status} heard={heardIn(data)} className="mb-2" />
              <Transcript turns={data.transcript} complete={data.transcript_complete} />
            </section>
          </>
        )}
      </QueryView>
    </div>
  );
}

/** Who spoke; those for whom no money was left were not asked. */
function heardIn({ transcript }: Execution): readonly string[] {
  return transcript.filter(({ kind }) => kind !== 'overdrawn').map(({ agent }) => agent);
}

function titleOf(ended: Ended, workflow: string): string {
  if (ended === 'completed') return workflow;
  return ended === 'failed' ? r.failedTitle : r.cancelledTitle;
}

function factsOf({ duration_seconds, cost_usd }: Execution): string {
  return [
    ...(duration_seconds === null ? [] : [r.done(formatSeconds(duration_seconds))]),
    r.cost(formatDollars(cost_usd)),
  ].join(', ');
}
