import { useMutation } from '@tanstack/react-query';
import { Ban, CircleX, FileX2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { EmptyState } from '@/components/common/EmptyState';
import { ErrorState, InlineError } from '@/components/common/ErrorState';
import { AgentEnds } from '@/components/job/AgentEnds';
import { Messages } from '@/components/job/Messages';
import { RetryFailed } from '@/components/job/RetryFailed';
import { Button, buttonVariants } from '@/components/ui/button';
import { usePageTitle } from '@/hooks/usePageTitle';
import { fetchChoices, useReviewEvents, useReviewFiles } from '@/hooks/useReview';
import { m } from '@/i18n/messages';
import { emptyDraft, replaceDraft, type Draft } from '@/services/draft';
import { foldEvents, nothingYet } from '@/services/reviewEvents';
import type { ReviewStatus, SourceFile } from '@/types/review';
import { awaitedRepository } from '@/utils/repositories';
import { FindingsSoFar } from './FindingsSoFar';
import { FoundCode } from './FoundCode';
import { RepositoryAccessLine } from './RepositoryAccessLine';

/** A review without results: why it ended, what it had told until then, and how to go on. */
export function EndedReview({ status }: { status: ReviewStatus }) {
  const navigate = useNavigate();
  const events = useReviewEvents(status.job_id);
  const files = useReviewFiles(status.job_id);
  const told = useMemo(() => foldEvents(nothingYet, events.data ?? []), [events.data]);
  const [picked, setPicked] = useState<string | null>(null);
  const silent =
    told.findings.length + told.messages.length === 0 &&
    files.data?.every(({ content }) => content === '') === true;
  const failed = status.status === 'failed';
  const unread = files.data?.some(({ path }) => path === awaitedRepository) ?? false;
  const Icon = failed ? CircleX : Ban;
  const title = failed ? m.ended.failedTitle : m.ended.cancelledTitle;
  usePageTitle(title);

  const again = useMutation({
    mutationFn: () => fetchChoices(status.job_id),
    onSuccess: (choices) => {
      replaceDraft({
        ...emptyDraft,
        ...choices,
        ...(unread ? {} : { files: copyOf(files.data ?? []) }),
      });
      void navigate('/reviews/new');
    },
  });

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-3 px-4 py-4 md:px-6">
        <Icon
          aria-hidden
          className={failed ? 'mt-1 size-5 text-destructive' : 'mt-1 size-5 text-muted-foreground'}
        />
        <div className="min-w-0 flex-1 basis-64">
          <h1 className="text-lg font-semibold">{title}</h1>
          <p className="text-muted-foreground">
            {failed ? `${status.error ?? told.ending ?? ''} ${m.ended.failedText}` : m.ended.cancelledText}
          </p>
          {failed && unread && <RepositoryAccessLine />}
        </div>
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => again.mutate()} disabled={!files.data || again.isPending}>
            {unread ? m.ended.againRepository : m.ended.again}
          </Button>
          <Link to="/history" className={buttonVariants({ variant: 'outline' })}>
            {m.ended.history}
          </Link>
        </div>
      </div>
      {events.data && (
        <AgentEnds job={status} heard={told.lanes.map(({ agent }) => agent)} className="px-4 pb-3 md:px-6" />
      )}
      <RetryFailed status={status} className="px-4 pb-3 md:px-6" />
      {again.isError && (
        <div className="px-4 pb-3 md:px-6">
          <InlineError error={again.error} lead={m.ended.againFailed} />
        </div>
      )}
      {events.isError ? (
        <ErrorState error={events.error} onRetry={() => void events.refetch()} />
      ) : silent ? (
        <div className="border-t">
          <EmptyState icon={FileX2} title={m.code.nothing} text={m.ended.nothing} />
        </div>
      ) : (
        <div className="grid flex-1 border-t lg:h-[calc(100dvh-9rem)] lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[minmax(0,1fr)] lg:divide-x">
          <div className="h-[50dvh] min-w-0 bg-code lg:h-auto">
            <FoundCode jobId={status.job_id} findings={told.findings} picked={picked} onPick={setPicked} />
          </div>
          <div className="grid min-h-0 divide-y lg:grid-rows-[repeat(2,minmax(0,1fr))]">
            <FindingsSoFar findings={told.findings} picked={picked} onPick={setPicked} ended />
            <Messages messages={told.messages} ended />
          </div>
        </div>
      )}
    </div>
  );
}

function copyOf(files: readonly SourceFile[]): Draft['files'] {
  return files.map(({ path, content, language }) => ({ path, content, language }));
}
