import { useState } from 'react';
import { InlineError } from '@/components/common/ErrorState';
import { StatusBadge } from '@/components/common/StatusBadge';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Progress } from '@/components/ui/progress';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { useLiveReview } from '@/hooks/useLiveReview';
import { useMediaQuery } from '@/hooks/useMediaQuery';
import { useNow } from '@/hooks/useNow';
import { usePageTitle } from '@/hooks/usePageTitle';
import { useCancelReview, useReviewFiles } from '@/hooks/useReview';
import { formatSeconds } from '@/i18n/format';
import { m } from '@/i18n/messages';
import type { ReviewStatus } from '@/types/review';
import { Activity } from './Activity';
import { FindingsSoFar } from './FindingsSoFar';
import { FoundCode } from './FoundCode';
import { Messages } from './Messages';

/** A review at work: what the agents do, the code with findings as they come, and their messages. */
export function RunningReview({ status }: { status: ReviewStatus }) {
  const live = useLiveReview(status.job_id);
  const files = useReviewFiles(status.job_id);
  const wide = useMediaQuery('(min-width: 1024px)');
  const [picked, setPicked] = useState<string | null>(null);
  const percent = live.percent ?? status.progress;
  usePageTitle(m.running.pageTitle(live.percent));

  const activity = <Activity live={live} />;
  const findings = <FindingsSoFar findings={live.findings} picked={picked} onPick={setPicked} />;
  const messages = <Messages messages={live.messages} />;
  const code = (
    <FoundCode jobId={status.job_id} findings={live.findings} picked={picked} onPick={setPicked} />
  );

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <RunningHeader
        title={files.data?.[0] ? m.running.titleOf(files.data[0].path, files.data.length) : m.running.title}
        status={status}
        step={live.steps.at(-1) ?? null}
        percent={percent}
      />
      {wide ? (
        <div className="grid h-[calc(100dvh-8.5rem)] min-h-120 grid-cols-[17rem_minmax(0,1fr)_22rem] grid-rows-[minmax(0,1fr)] divide-x border-t">
          <div className="overflow-auto p-4">{activity}</div>
          <div className="min-h-0 min-w-0">{code}</div>
          <div className="grid min-h-0 grid-rows-[repeat(2,minmax(0,1fr))] divide-y">
            {findings}
            {messages}
          </div>
        </div>
      ) : (
        <Tabs defaultValue="activity" className="flex min-h-0 flex-1 flex-col">
          <TabsList className="px-4">
            <TabsTrigger value="activity">{m.running.activity}</TabsTrigger>
            <TabsTrigger value="findings">
              {m.running.findings} <span className="tabular">({live.findings.length})</span>
            </TabsTrigger>
            <TabsTrigger value="code">{m.running.code}</TabsTrigger>
          </TabsList>
          <TabsContent value="activity" className="p-4">
            {activity}
            <div className="-mx-4 mt-4 border-t">{messages}</div>
          </TabsContent>
          <TabsContent value="findings">{findings}</TabsContent>
          <TabsContent value="code" className="h-[60dvh]">
            {code}
          </TabsContent>
        </Tabs>
      )}
    </div>
  );
}

interface RunningHeaderProps {
  title: string;
  status: ReviewStatus;
  step: string | null;
  percent: number;
}

function RunningHeader({ title, status, step, percent }: RunningHeaderProps) {
  const cancel = useCancelReview(status.job_id);
  const queued = status.status === 'queued' && step === null;
  const stepName = queued ? m.running.waiting : (m.running.steps[step ?? status.step] ?? step ?? status.step);
  return (
    <div className="grid gap-2 px-4 py-3 md:px-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="min-w-0 truncate text-lg font-semibold">{title}</h1>
        <StatusBadge status={queued ? 'queued' : 'running'} className="max-sm:hidden" />
        <span aria-live="polite" className="text-sm">
          {stepName}
        </span>
        <div className="ml-auto flex items-center gap-3">
          <Elapsed since={status.started_at ?? status.created_at} />
          <AlertDialog
            trigger={
              <Button variant="outline" disabled={cancel.isPending || cancel.isSuccess}>
                {cancel.isPending || cancel.isSuccess ? m.running.cancelling : m.running.cancel}
              </Button>
            }
            title={m.running.cancelTitle}
            description={m.running.cancelText}
            confirm={m.running.cancelConfirm}
            dismiss={m.running.cancelDismiss}
            onConfirm={() => cancel.mutate()}
          />
        </div>
      </div>
      {cancel.isError && <InlineError error={cancel.error} lead={m.running.cancelFailed} />}
      <Progress value={percent} label={m.running.progress} />
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
