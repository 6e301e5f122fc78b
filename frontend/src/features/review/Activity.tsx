import { Check, LoaderCircle, TriangleAlert } from 'lucide-react';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { AgentLane, LiveReview } from '@/services/reviewEvents';

/** The steps of the job, and a lane for each agent that has reported. */
export function Activity({ live }: { live: LiveReview }) {
  const { steps, lanes, messages, problems, outcome } = live;
  const speaker = outcome === null ? messages.at(-1)?.agent : undefined;
  return (
    <div className="grid gap-6">
      <section aria-labelledby="steps-title">
        <h2 id="steps-title" className="mb-2 text-xs font-semibold text-muted-foreground">
          {m.running.stepsTitle}
        </h2>
        <ol className="grid gap-1.5">
          {steps.length === 0 && <li className="text-sm text-muted-foreground">{m.running.waiting}</li>}
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
                  <LoaderCircle
                    aria-hidden
                    className="size-4 animate-spin text-link motion-reduce:animate-none"
                  />
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
            <Lane key={lane.agent} lane={lane} working={lane.agent === speaker} />
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

function Lane({ lane, working }: { lane: AgentLane; working: boolean }) {
  return (
    <li className={cn('animate-arrive rounded-md border border-l-3 px-3 py-2', working && 'border-l-ring')}>
      <div className="flex items-baseline justify-between gap-2">
        <span className="truncate text-sm font-medium">{m.running.agents[lane.agent] ?? lane.agent}</span>
        <span className="tabular shrink-0 text-xs text-muted-foreground">
          {working ? m.running.working : lane.messages > 0 && m.running.messageCount(lane.messages)}
        </span>
      </div>
      {lane.lastMessage && (
        <p className="mt-0.5 line-clamp-2 text-xs text-muted-foreground">{lane.lastMessage}</p>
      )}
      {lane.findings > 0 && <p className="tabular mt-0.5 text-xs">{m.running.findingCount(lane.findings)}</p>}
    </li>
  );
}
