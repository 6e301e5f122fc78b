import { TriangleAlert } from 'lucide-react';
import { lanesOf, LaneTitle } from '@/components/job/Activity';
import { JobHeader } from '@/components/job/JobHeader';
import { useFollow } from '@/components/job/useFollow';
import { Clamped } from '@/components/common/Clamped';
import { Markdown } from '@/components/common/Markdown';
import { useLiveReview } from '@/hooks/useLiveReview';
import { usePageTitle } from '@/hooks/usePageTitle';
import { useQuestionOf } from '@/hooks/useRuns';
import { useAgentsOf } from '@/hooks/useWorkflows';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { AgentLane, AgentMessage } from '@/services/reviewEvents';
import type { ReviewStatus } from '@/types/review';
import { ApprovalPanel } from './ApprovalPanel';

/** A workflow at work: a lane for each agent, its messages as they come, and what a person is asked. */
export function RunningRun({ status }: { status: ReviewStatus }) {
  const live = useLiveReview(status.job_id);
  const agents = useAgentsOf(status.workflow);
  const title = m.workflow[status.workflow] ?? status.workflow;
  const question = useQuestionOf(status.job_id);
  const speaker = live.messages.at(-1)?.agent;
  usePageTitle(m.runs.pageTitle(title, live.percent));
  return (
    <div className="flex min-h-0 flex-1 flex-col pb-6">
      <JobHeader
        title={title}
        status={status}
        step={live.steps.at(-1) ?? null}
        percent={live.percent ?? status.progress}
        words={m.running.ofRun}
      />
      {question && (
        <p className="max-w-[84ch] px-4 pb-3 font-medium break-words whitespace-pre-wrap md:px-6">
          {question}
        </p>
      )}
      {(status.status === 'awaiting_approval' || live.approval) && (
        <ApprovalPanel jobId={status.job_id} asked={live.approval} />
      )}
      {live.problems.length > 0 && (
        <ul className="grid gap-2 px-4 py-3 md:px-6">
          {live.problems.map((problem, index) => (
            <li key={index} className="flex gap-2 text-sm text-warning">
              <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
              {problem}
            </li>
          ))}
        </ul>
      )}
      <ul
        aria-label={m.runs.lanes}
        className="grid items-start gap-3 border-t px-4 pt-4 md:grid-cols-[repeat(auto-fit,minmax(15rem,1fr))] md:px-6"
      >
        {lanesOf(live, agents).map((lane) => (
          <Lane
            key={lane.agent}
            lane={lane}
            spokeLast={lane.agent === speaker}
            messages={live.messages.filter(({ agent }) => agent === lane.agent)}
          />
        ))}
      </ul>
    </div>
  );
}

interface LaneProps {
  lane: AgentLane;
  spokeLast: boolean;
  messages: readonly AgentMessage[];
}

/** Earlier ones are in the transcript afterwards. */
const shownInLane = 20;

/** One agent: what it took, and its messages, the newest in sight. */
function Lane({ lane, spokeLast, messages }: LaneProps) {
  const { ref, onScroll } = useFollow<HTMLOListElement>(messages.length);
  return (
    <li
      className={cn(
        'rounded-lg border border-t-3 bg-card',
        spokeLast && 'border-t-ring',
        lane.failedLast && 'border-t-destructive',
      )}
    >
      <div className="border-b px-3 py-2">
        <LaneTitle lane={lane} spokeLast={spokeLast} />
      </div>
      {messages.length > 0 && (
        <ol
          ref={ref}
          onScroll={onScroll}
          aria-label={m.running.agents[lane.agent] ?? lane.agent}
          className="grid max-h-[55dvh] gap-3 overflow-auto p-3 text-sm -outline-offset-2"
        >
          {messages.slice(-shownInLane).map((message) => (
            <li key={message.seq} className="animate-arrive">
              <Clamped lines={12}>
                <Markdown text={message.text} level={4} />
              </Clamped>
              {message.tools.length > 0 && (
                <p className="mt-1 text-xs text-muted-foreground">
                  {m.running.tools}: {message.tools.join(', ')}
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}
