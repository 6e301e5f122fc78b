import { useState } from 'react';
import { Activity } from '@/components/job/Activity';
import { JobHeader } from '@/components/job/JobHeader';
import { Messages } from '@/components/job/Messages';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { useLiveReview } from '@/hooks/useLiveReview';
import { useMediaQuery } from '@/hooks/useMediaQuery';
import { useAgentsOf } from '@/hooks/useWorkflows';
import { usePageTitle } from '@/hooks/usePageTitle';
import { useAwaitedRepository, useFilesAtWork } from '@/hooks/useReview';
import { m } from '@/i18n/messages';
import type { ReviewStatus, SourceFile } from '@/types/review';
import { awaitedRepository } from '@/utils/repositories';
import { FindingsSoFar } from './FindingsSoFar';
import { FoundCode } from './FoundCode';

/** A review at work: what the agents do, the code with findings as they come, and their messages. */
export function RunningReview({ status }: { status: ReviewStatus }) {
  const live = useLiveReview(status.job_id);
  const step = live.steps.at(-1) ?? null;
  const files = useFilesAtWork(status.job_id, step);
  const repository = useAwaitedRepository(status.job_id);
  const wide = useMediaQuery('(min-width: 1024px)');
  const [picked, setPicked] = useState<string | null>(null);
  const percent = live.percent ?? status.progress;
  usePageTitle(m.running.pageTitle(live.percent));

  const activity = <Activity live={live} expected={useAgentsOf(status.workflow)} />;
  const findings = <FindingsSoFar findings={live.findings} picked={picked} onPick={setPicked} />;
  const messages = <Messages messages={live.messages} />;
  const code = (
    <FoundCode
      jobId={status.job_id}
      findings={live.findings}
      picked={picked}
      onPick={setPicked}
      nothing={m.running.codeToCome}
    />
  );

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <JobHeader
        title={titleOf(files.data ?? [], repository)}
        status={status}
        step={step}
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
            <TabsTrigger value="messages">{m.running.messages}</TabsTrigger>
          </TabsList>
          <TabsContent value="activity" className="p-4">
            {activity}
          </TabsContent>
          <TabsContent value="findings">{findings}</TabsContent>
          <TabsContent value="code" className="h-[60dvh]">
            {code}
          </TabsContent>
          <TabsContent value="messages">{messages}</TabsContent>
        </Tabs>
      )}
    </div>
  );
}

function titleOf([first, ...further]: readonly SourceFile[], repository: string | null): string {
  if (repository) return m.running.titleOf(repository, 1);
  if (!first || first.path === awaitedRepository) return m.running.title;
  return m.running.titleOf(first.path, 1 + further.length);
}
