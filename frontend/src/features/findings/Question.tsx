import { Link } from 'react-router';
import { InlineError } from '@/components/common/ErrorState';
import { Markdown } from '@/components/common/Markdown';
import { QueryView } from '@/components/common/QueryView';
import { StatusBadge } from '@/components/common/StatusBadge';
import { Claims, Sources } from '@/components/job/Grounds';
import { Button } from '@/components/ui/button';
import { Progress } from '@/components/ui/progress';
import { Skeleton } from '@/components/ui/skeleton';
import { hasEnded, useCancelReview, useReviewStatus } from '@/hooks/useReview';
import { useExecution } from '@/hooks/useRuns';
import { m } from '@/i18n/messages';
import type { ReviewListItem } from '@/types/review';
import { addressOfJob } from '@/utils/workflows';

const q = m.results.questions;
const askedEveryMs = 2_000;

interface QuestionProps {
  asked: ReviewListItem;
  /** The address that shows a line of the code; null for files that are not there. */
  linkTo: (path: string, line: number) => string | null;
  /** Puts the question into the field once more. */
  onAgain: (question: string) => void;
}

/** One question: how far its answer is, or the answer. */
export function Question({ asked, linkTo, onAgain }: QuestionProps) {
  const { job_id: id, workflow, question } = asked;
  return (
    <li className="grid gap-2 rounded-md border p-3">
      <p className="font-medium break-words whitespace-pre-wrap">{question}</p>
      {asked.status === 'completed' ? (
        <Answered id={id} linkTo={linkTo} />
      ) : (
        <Unanswered {...{ asked, linkTo, onAgain }} />
      )}
      <Link to={addressOfJob(workflow, id)} className="link justify-self-start text-xs">
        {q.open}
      </Link>
    </li>
  );
}

/** Not answered when it was last listed. */
function Unanswered({ asked: { job_id: id, status: listed, question }, linkTo, onAgain }: QuestionProps) {
  const { data } = useReviewStatus(id, hasEnded(listed) ? null : askedEveryMs);
  const status = data?.status ?? listed;
  if (status === 'completed') return <Answered id={id} linkTo={linkTo} />;
  if (!hasEnded(status))
    return (
      <Answering id={id} percent={data?.progress ?? 0} step={status === 'queued' ? '' : (data?.step ?? '')} />
    );
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <StatusBadge status={status} />
      {data?.error && <span className="min-w-0 flex-1 basis-40">{data.error}</span>}
      <Button variant="outline" size="sm" className="ms-auto" onClick={() => onAgain(question ?? '')}>
        {q.again}
      </Button>
    </div>
  );
}

function Answering({ id, percent, step }: { id: string; percent: number; step: string }) {
  const cancel = useCancelReview(id);
  return (
    <div className="grid gap-2">
      <div className="flex items-center gap-3">
        <span aria-live="polite" className="min-w-0 flex-1 text-muted-foreground">
          {step === '' ? m.running.ofRun.waiting : (m.running.steps[step] ?? step)}
        </span>
        <Button
          variant="ghost"
          size="sm"
          disabled={cancel.isPending || cancel.isSuccess}
          onClick={() => cancel.mutate()}
        >
          {cancel.isPending || cancel.isSuccess ? m.running.cancelling : q.cancel}
        </Button>
      </div>
      <Progress value={percent} label={m.running.ofRun.progress} />
      {cancel.isError && <InlineError error={cancel.error} lead={m.running.ofRun.cancelFailed} />}
    </div>
  );
}

function Answered({ id, linkTo }: { id: string; linkTo: QuestionProps['linkTo'] }) {
  const execution = useExecution(id);
  return (
    <QueryView query={execution} loading={<Skeleton className="h-24" />}>
      {({ results }) =>
        results?.kind === 'answer' ? (
          <div className="min-w-0">
            {results.claims?.length ? (
              <Claims claims={results.claims} />
            ) : (
              <Markdown text={results.markdown} level={4} />
            )}
            {results.complete === false && <p className="mt-1 text-warning">{m.runs.results.incomplete}</p>}
            <Sources sources={results.sources} linkTo={linkTo} />
          </div>
        ) : (
          <p className="text-muted-foreground">{m.runs.results.none}</p>
        )
      }
    </QueryView>
  );
}
