import { RotateCw } from 'lucide-react';
import { Link, useNavigate } from 'react-router';
import { InlineError } from '@/components/common/ErrorState';
import { Button } from '@/components/ui/button';
import { useRetry } from '@/hooks/useRetry';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { ReviewStatus } from '@/types/review';
import { addressOfJob } from '@/utils/workflows';

interface RetryFailedProps {
  status: ReviewStatus;
  className?: string;
}

/** Which agents of an ended job failed, and the way to ask them again; for a job that is such a new attempt, whence it came. */
export function RetryFailed({ status, className }: RetryFailedProps) {
  const navigate = useNavigate();
  const retry = useRetry(status.job_id);
  const failed = status.failed_agents ?? [];
  const stopped = failed.length === 0 && status.status === 'cancelled';
  const ask = (agents: readonly string[]): void =>
    retry.mutate(agents, {
      onSuccess: ({ job_id, workflow }) => void navigate(addressOfJob(workflow, job_id)),
    });

  if (failed.length === 0 && !stopped && !status.retry_of) return null;
  return (
    <div className={cn('grid gap-2 text-sm print:hidden', className)}>
      {(failed.length > 0 || stopped) && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-s-3 border-s-warning px-3 py-2">
          <p className="min-w-0 flex-1 basis-72">
            {stopped ? m.retry.cancelled : `${m.retry.failed(failed.map(nameOf))} ${m.retry.kept}`}
          </p>
          <div className="flex flex-wrap gap-2">
            {failed.map((agent) => (
              <Button
                key={agent}
                size="sm"
                variant="outline"
                disabled={retry.isPending}
                onClick={() => ask([agent])}
              >
                <RotateCw aria-hidden />
                {m.retry.one(nameOf(agent))}
              </Button>
            ))}
            {failed.length !== 1 && (
              <Button size="sm" disabled={retry.isPending} onClick={() => ask([])}>
                <RotateCw aria-hidden />
                {stopped ? m.retry.goOn : m.retry.all}
              </Button>
            )}
          </div>
        </div>
      )}
      {retry.isError && <InlineError error={retry.error} lead={m.retry.impossible} />}
      {status.retry_of && (
        <p className="text-muted-foreground">
          {m.retry.of}{' '}
          <Link className="link" to={addressOfJob(status.workflow, status.retry_of)}>
            {m.retry.first}
          </Link>
        </p>
      )}
    </div>
  );
}

const nameOf = (agent: string): string => m.running.agents[agent] ?? agent;
