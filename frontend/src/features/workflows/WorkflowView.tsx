import { CircleOff } from 'lucide-react';
import { Link } from 'react-router';
import { PageHeader } from '@/components/common/PageHeader';
import { buttonVariants } from '@/components/ui/button';
import { Card, CardContent, CardHeader } from '@/components/ui/card';
import { m } from '@/i18n/messages';
import type { Workflow } from '@/types/review';
import { isReview } from '@/utils/workflows';
import { RunForm } from './RunForm';

const w = m.workflows;

/** One workflow: who takes part, what stands in its way, and the form that runs it. */
export function WorkflowView({ workflow }: { workflow: Workflow }) {
  const { name, title, description, available } = workflow;
  return (
    <div className="pb-10">
      <PageHeader title={title} description={description}>
        <Link to={`/history?workflow=${name}`} className={buttonVariants({ variant: 'outline' })}>
          {w.runs}
        </Link>
        {available && isReview(name) && (
          <Link to={`/reviews/new?workflow=${name}`} className={buttonVariants()}>
            {w.review}
          </Link>
        )}
      </PageHeader>
      <div className="grid items-start gap-4 px-4 md:px-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 gap-4">
          {!available && <Obstacle reason={workflow.unavailable_reason} />}
          {available && !isReview(name) && <RunForm workflow={workflow} />}
          {available && isReview(name) && (
            <Card>
              <CardContent className="pt-4">{w.reviewText}</CardContent>
            </Card>
          )}
        </div>
        <Facts workflow={workflow} />
      </div>
    </div>
  );
}

/** Said as it is: what cannot be run here is not offered. */
function Obstacle({ reason }: { reason: string | null }) {
  return (
    <Card className="flex gap-3 border-s-3 border-s-warning p-4">
      <CircleOff aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
      <div>
        <h2 className="font-semibold">{w.unavailable}</h2>
        <p className="text-muted-foreground">{reason ?? w.noReason}</p>
      </div>
    </Card>
  );
}

function Facts({ workflow }: { workflow: Workflow }) {
  const { pattern, agents, typical_seconds: takes, asks_for_approval: asks } = workflow;
  return (
    <Card>
      <CardHeader title={w.how} />
      <CardContent>
        <dl className="grid gap-3 text-sm *:grid *:gap-0.5 [&_dt]:text-xs [&_dt]:text-muted-foreground">
          <div>
            <dt>{w.pattern}</dt>
            <dd>{w.patterns[pattern]}</dd>
          </div>
          <div>
            <dt>{w.takes}</dt>
            <dd className="tabular">{w.seconds(takes.min, takes.max)}</dd>
          </div>
          {asks && (
            <div>
              <dt>{w.approvalTitle}</dt>
              <dd>{w.approvalText}</dd>
            </div>
          )}
          <div>
            <dt>{w.agents}</dt>
            <dd>
              <ul className="grid gap-2">
                {agents.map(({ name, role }) => (
                  <li key={name}>
                    <span className="font-medium">{m.running.agents[name] ?? name}</span>
                    <span className="block text-muted-foreground">{role}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        </dl>
      </CardContent>
    </Card>
  );
}
