import { Hourglass } from 'lucide-react';
import { useState } from 'react';
import { InlineError } from '@/components/common/ErrorState';
import { Markdown } from '@/components/common/Markdown';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { useNow } from '@/hooks/useNow';
import { useAnswerApproval, useExecution } from '@/hooks/useRuns';
import { formatLeft } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { problemOf } from '@/services/problem';
import type { AskedApproval } from '@/services/reviewEvents';
import type { Decision } from '@/types/execution';

const a = m.runs.approval;

interface ApprovalPanelProps {
  jobId: string;
  /** As the live channel told it; the plan itself is asked for. */
  asked: AskedApproval | null;
}

/** What is to be decided, how long there is for it, and the two answers. */
export function ApprovalPanel({ jobId, asked }: ApprovalPanelProps) {
  const execution = useExecution(jobId);
  const answer = useAnswerApproval(jobId);
  const [comment, setComment] = useState('');
  const approval = execution.data?.approval;
  const expiresAt = approval?.expires_at ?? asked?.expiresAt;
  const prompt = approval?.prompt ?? asked?.prompt;
  const waits = !answer.isPending && !answer.isSuccess;

  const decide = (decision: Decision): void =>
    answer.mutate({ decision, comment, planHash: approval?.plan_hash ?? null });

  return (
    <Card aria-labelledby="approval-title" className="mx-4 mb-4 border-s-3 border-s-warning md:mx-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 pt-3">
        <Hourglass aria-hidden className="size-4 text-warning" />
        <h2 id="approval-title" className="font-semibold">
          {a.title}
        </h2>
        {expiresAt && <TimeLeft until={expiresAt} />}
      </div>
      <div className="grid gap-4 px-4 pt-2 pb-4">
        {prompt && <Markdown text={prompt} className="max-w-[75ch]" />}
        {execution.isError && <InlineError error={execution.error} lead={m.errors.notRefreshed} />}
        {approval?.plan && (
          <section
            aria-label={a.plan}
            className="max-h-[45dvh] overflow-auto rounded-md border bg-background p-4"
          >
            <Markdown text={approval.plan} className="max-w-[75ch]" />
          </section>
        )}
        {execution.data && !approval?.plan && <p className="text-sm text-muted-foreground">{a.noPlan}</p>}
        {answer.isError && (
          <InlineError
            error={answer.error}
            lead={problemOf(answer.error).status === 409 ? a.changed : a.failed}
          />
        )}
        <Field label={a.comment} hint={a.commentHint} aside={m.auth.optional} className="max-w-[75ch]">
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={2000}
              value={comment}
              onChange={(event) => setComment(event.target.value)}
            />
          )}
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button disabled={!waits || !execution.data} onClick={() => decide('approve')}>
            {answer.isPending ? a.sending : a.approve}
          </Button>
          <Button variant="outline" disabled={!waits || !execution.data} onClick={() => decide('reject')}>
            {a.reject}
          </Button>
        </div>
      </div>
    </Card>
  );
}

function TimeLeft({ until }: { until: string }) {
  const now = useNow(1000);
  const seconds = (Date.parse(until) - now) / 1000;
  return (
    <time dateTime={until} title={a.until(until)} className="tabular text-sm text-muted-foreground">
      {seconds > 0 ? a.left(formatLeft(seconds)) : a.over}
    </time>
  );
}
