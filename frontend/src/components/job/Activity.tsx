import { Check, CircleX, LoaderCircle, TriangleAlert } from 'lucide-react';
import { formatDollars } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import { emptyLane, type AgentLane, type LiveReview } from '@/services/reviewEvents';

interface ActivityProps {
  live: LiveReview;
  /** Agents of the workflow; those that have not reported yet are named too. */
  expected: readonly string[];
}

/** The steps of the job, and a lane for each agent. */
export function Activity({ live, expected }: ActivityProps) {
  const { steps, messages, problems, outcome } = live;
  const lanes = lanesOf(live, expected);
  const speaker = outcome === null ? messages.at(-1)?.agent : undefined;
  return (
    <div className="grid gap-6">
      <section aria-labelledby="steps-title">
        <h2 id="steps-title" className="mb-2 text-xs font-semibold text-muted-foreground">
          {m.running.stepsTitle}
        </h2>
        {/* As high as the usual steps from the start: what stands below must not move while they come. */}
        <ol className="grid min-h-25 content-start gap-1.5">
          {steps.length === 0 && (
            <li className="text-sm text-muted-foreground">{m.running.ofReview.waiting}</li>
          )}
          {steps.map((step, index) => {
            const current = outcome === null && index === steps.length - 1;
            return (
              <li
                key={index}
                aria-current={current ? 'step' : undefined}
                className={cn(
                  'flex animate-arrive items-center gap-2 text-sm',
                  !current && 'text-muted-foreground',
                )}
              >
                {current ? (
                  <LoaderCircle aria-hidden className="size-4 animate-spin text-link" />
                ) : (
                  <Check aria-hidden className="size-4 text-success" />
                )}
                {m.running.steps[step] ?? step}
              </li>
            );
          })}
        </ol>
      </section>
      <section aria-labelledby="agents-title">
        <h2 id="agents-title" className="mb-2 text-xs font-semibold text-muted-foreground">
          {m.running.agentsTitle}
        </h2>
        {lanes.length === 0 && <p className="text-sm text-muted-foreground">{m.running.noAgents}</p>}
        <ul className="grid gap-2">
          {lanes.map((lane) => (
            <Lane
              key={lane.agent}
              lane={lane}
              spokeLast={lane.agent === speaker}
              expected={expected.includes(lane.agent)}
            />
          ))}
        </ul>
      </section>
      {problems.length > 0 && (
        <ul className="grid gap-2">
          {problems.map((problem, index) => (
            <li key={index} className="flex gap-2 text-sm text-warning">
              <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
              {problem}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The lanes of the workflow's agents in their places, heard or not, then those of others as they were heard. */
export function lanesOf({ lanes }: LiveReview, expected: readonly string[]): readonly AgentLane[] {
  return [
    ...expected.map((name) => lanes.find(({ agent }) => agent === name) ?? emptyLane(name)),
    ...lanes.filter(({ agent }) => !expected.includes(agent)),
  ];
}

interface LaneProps {
  lane: AgentLane;
  spokeLast: boolean;
  /** Was there before it was heard: it has the room for what it will say. */
  expected: boolean;
}

function Lane({ lane, spokeLast, expected }: LaneProps) {
  return (
    <li
      className={cn(
        'animate-arrive rounded-md border border-s-3 px-3 py-2',
        expected && 'min-h-22',
        spokeLast && 'border-s-ring',
        lane.failedLast && 'border-s-destructive',
      )}
    >
      <LaneTitle lane={lane} spokeLast={spokeLast} />
      {lane.lastMessage && (
        <p className="mt-0.5 line-clamp-2 text-xs text-muted-foreground">{lane.lastMessage}</p>
      )}
    </li>
  );
}

/** Who it is, how it stands, and what it has taken of time, tokens and money. */
export function LaneTitle({ lane, spokeLast }: { lane: AgentLane; spokeLast: boolean }) {
  const { agent, messages, findings, tokens, costUsd, failures, failedLast, busyMs } = lane;
  const silent = messages === 0 && findings === 0;
  const seconds = Math.round(busyMs / 1000);
  const facts = [
    ...(seconds > 0 ? [m.running.took(seconds)] : []),
    ...(tokens > 0 ? [m.running.tokens(tokens)] : []),
    ...(costUsd > 0 ? [formatDollars(costUsd)] : []),
    ...(findings > 0 ? [m.running.findingCount(findings)] : []),
    ...(failures > 0 && !failedLast ? [m.running.failures(failures)] : []),
  ];
  return (
    <>
      <div className="flex items-baseline justify-between gap-2">
        <span className={cn('truncate text-sm font-medium', silent && 'text-muted-foreground')}>
          {m.running.agents[agent] ?? agent}
        </span>
        <span className="tabular shrink-0 text-xs text-muted-foreground">
          {failedLast ? (
            <span className="inline-flex items-center gap-1 text-destructive">
              <CircleX aria-hidden className="size-3.5" />
              {m.running.failed}
            </span>
          ) : (
            <>
              {silent && m.running.notYet}
              {!silent &&
                (spokeLast ? m.running.spokeLast : messages > 0 && m.running.messageCount(messages))}
            </>
          )}
        </span>
      </div>
      {facts.length > 0 && <p className="tabular text-xs text-muted-foreground">{facts.join(' · ')}</p>}
    </>
  );
}
