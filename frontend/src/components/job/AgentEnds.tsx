import { CircleCheck, CircleSlash, CircleX, OctagonPause, type LucideIcon } from 'lucide-react';
import { useAgentsOf } from '@/hooks/useWorkflows';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { ReviewStatus } from '@/types/review';

/** How an agent stood when its job had ended. */
export type AgentEnd = 'done' | 'stopped' | 'failed' | 'skipped';

const looks: Record<AgentEnd, readonly [icon: LucideIcon, color: string]> = {
  done: [CircleCheck, 'text-success'],
  stopped: [OctagonPause, 'text-warning'],
  failed: [CircleX, 'text-destructive'],
  skipped: [CircleSlash, 'text-muted-foreground'],
};

type Ended = Pick<ReviewStatus, 'status' | 'workflow' | 'failed_agents'>;

/** The agents of an ended job, those of its workflow first, and how each stood: `heard` names those that did anything. */
export function useAgentEnds(job: Ended, heard: readonly string[]): readonly (readonly [string, AgentEnd])[] {
  const expected = useAgentsOf(job.workflow);
  const failed = job.failed_agents ?? [];
  const endOf = (agent: string): AgentEnd => {
    if (failed.includes(agent)) return 'failed';
    if (!heard.includes(agent)) return 'skipped';
    return job.status === 'cancelled' ? 'stopped' : 'done';
  };
  return [...new Set([...expected, ...heard, ...failed])].map((agent) => [agent, endOf(agent)]);
}

/** A sign and a word: colour alone tells nothing. */
export function AgentEndLabel({ end }: { end: AgentEnd }) {
  const [Icon, color] = looks[end];
  return (
    <span className={cn('inline-flex items-center gap-1 whitespace-nowrap', color)}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {m.running.ends[end]}
    </span>
  );
}

/** Who took part in a job that has ended, in one line. */
export function AgentEnds({
  job,
  heard,
  className,
}: {
  job: Ended;
  heard: readonly string[];
  className?: string;
}) {
  const ends = useAgentEnds(job, heard);
  if (ends.length === 0) return null;
  return (
    <ul
      aria-label={m.running.agentsTitle}
      className={cn('flex flex-wrap gap-x-5 gap-y-1 text-sm', className)}
    >
      {ends.map(([agent, end]) => (
        <li key={agent} className="inline-flex items-center gap-2">
          {m.running.agents[agent] ?? agent}
          <AgentEndLabel end={end} />
        </li>
      ))}
    </ul>
  );
}
