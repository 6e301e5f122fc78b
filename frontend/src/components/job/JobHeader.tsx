import { InlineError } from '@/components/common/ErrorState';
import { StatusBadge } from '@/components/common/StatusBadge';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Progress } from '@/components/ui/progress';
import { useNow } from '@/hooks/useNow';
import { useCancelReview } from '@/hooks/useReview';
import { formatSeconds } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { ReviewStatus } from '@/types/review';
import { NotifySwitch } from './NotifySwitch';

interface JobHeaderProps {
  title: string;
  status: ReviewStatus;
  step: string | null;
  percent: number;
  /** A review's words differ from those of another workflow. */
  words?: typeof m.running.ofReview | typeof m.running.ofRun;
}

/** What is running, how far it is, since when, and the way to stop it. */
export function JobHeader({ title, status, step, percent, words = m.running.ofReview }: JobHeaderProps) {
  const cancel = useCancelReview(status.job_id);
  const queued = status.status === 'queued' && step === null;
  const waits = status.status === 'awaiting_approval';
  const stepName = queued ? words.waiting : (m.running.steps[step ?? status.step] ?? step ?? status.step);
  return (
    <div className="grid gap-2 px-4 py-3 md:px-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="min-w-0 truncate text-lg font-semibold">{title}</h1>
        <StatusBadge
          status={queued ? 'queued' : waits ? 'awaiting_approval' : 'running'}
          className="max-sm:hidden"
        />
        <span aria-live="polite" className={cn('text-sm', waits && 'sm:sr-only')}>
          {stepName}
        </span>
        <div className="ms-auto flex items-center gap-3">
          <Elapsed since={status.started_at ?? status.created_at} />
          <NotifySwitch />
          <AlertDialog
            trigger={
              <Button variant="outline" disabled={cancel.isPending || cancel.isSuccess}>
                {cancel.isPending || cancel.isSuccess ? m.running.cancelling : words.cancel}
              </Button>
            }
            title={words.cancelTitle}
            description={words.cancelText}
            confirm={words.cancel}
            dismiss={m.running.cancelDismiss}
            onConfirm={() => cancel.mutate()}
          />
        </div>
      </div>
      {cancel.isError && <InlineError error={cancel.error} lead={words.cancelFailed} />}
      <Progress value={percent} label={words.progress} />
    </div>
  );
}

/** Seconds since the work began; the clocks of server and browser may differ a little. */
function Elapsed({ since }: { since: string }) {
  const now = useNow(1000);
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1000));
  return (
    <span className="tabular text-sm text-muted-foreground">
      <span className="sr-only">{m.running.elapsed}: </span>
      {formatSeconds(seconds)}
    </span>
  );
}
