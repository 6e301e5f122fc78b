import { Bot, CircleCheck, CircleOff, Workflow as WorkflowIcon } from 'lucide-react';
import { Link } from 'react-router';
import { EmptyState } from '@/components/common/EmptyState';
import { QueryView } from '@/components/common/QueryView';
import { Badge } from '@/components/ui/badge';
import { buttonVariants } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { useWorkflows } from '@/hooks/useWorkflows';
import { m } from '@/i18n/messages';
import type { Workflow } from '@/types/review';
import { isReview } from '@/utils/workflows';

const w = m.workflows;

/** All workflows; those that can't be run here say why. */
export function WorkflowCatalogue() {
  const workflows = useWorkflows();
  return (
    <QueryView
      query={workflows}
      loading={<Loading />}
      isEmpty={(items) => items.length === 0}
      empty={<EmptyState icon={WorkflowIcon} title={w.empty} />}
    >
      {(items) => (
        <ul className="grid gap-3 px-4 md:px-6 lg:grid-cols-2">
          {items.map((workflow) => (
            <li key={workflow.name} className="min-w-0">
              <WorkflowCard workflow={workflow} />
            </li>
          ))}
        </ul>
      )}
    </QueryView>
  );
}

function WorkflowCard({ workflow }: { workflow: Workflow }) {
  const { name, title, description, pattern, agents, typical_seconds: takes, available } = workflow;
  const Icon = available ? CircleCheck : CircleOff;
  return (
    <Card className="flex h-full flex-col gap-3 p-4">
      <div className="flex items-start gap-2">
        <h2 className="min-w-0 flex-1 font-semibold">
          <Link to={`/workflows/${name}`} className="hover:underline">
            {title}
          </Link>
        </h2>
        <span
          className={`inline-flex items-center gap-1.5 text-sm ${available ? '' : 'text-muted-foreground'}`}
        >
          <Icon aria-hidden className={`size-4 ${available ? 'text-success' : ''}`} />
          {available ? w.available : w.unavailable}
        </span>
      </div>
      <p className="text-sm text-muted-foreground">{description}</p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
        <dt className="text-muted-foreground">{w.pattern}</dt>
        <dd>{w.patterns[pattern]}</dd>
        <dt className="text-muted-foreground">{w.agents}</dt>
        <dd className="flex flex-wrap gap-1">
          {agents.map((agent) => (
            <Badge key={agent.name} title={agent.role}>
              <Bot aria-hidden />
              {m.running.agents[agent.name] ?? agent.name}
            </Badge>
          ))}
        </dd>
        <dt className="text-muted-foreground">{w.takes}</dt>
        <dd className="tabular">{w.seconds(takes.min, takes.max)}</dd>
      </dl>
      {workflow.asks_for_approval && <p className="text-sm">{w.approval}</p>}
      {workflow.unavailable_reason && <p className="text-sm">{workflow.unavailable_reason}</p>}
      {available && (
        <div className="mt-auto flex flex-wrap gap-2 pt-1">
          <Link
            to={isReview(name) ? `/reviews/new?workflow=${name}` : `/workflows/${name}`}
            className={buttonVariants()}
          >
            {isReview(name) ? w.review : w.run}
          </Link>
          <Link to={`/history?workflow=${name}`} className={buttonVariants({ variant: 'outline' })}>
            {w.runs}
          </Link>
        </div>
      )}
    </Card>
  );
}

function Loading() {
  return (
    <div className="grid gap-3 px-4 md:px-6 lg:grid-cols-2">
      {Array.from({ length: 8 }, (_, card) => (
        <Skeleton key={card} className="h-48" />
      ))}
    </div>
  );
}
