import { FileArchive, KeyRound, Upload, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { CostCap } from '@/components/common/CostCap';
import { Estimate } from '@/components/common/Estimate';
import { InlineError } from '@/components/common/ErrorState';
import { skipWords } from '@/components/common/SkippedFiles';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Progress } from '@/components/ui/progress';
import { useUploadReview, type UploadStage } from '@/hooks/useUploadReview';
import { useTypicalSeconds } from '@/hooks/useWorkflows';
import { formatBytes } from '@/i18n/format';
import { m } from '@/i18n/messages';
import type { Draft } from '@/services/draft';
import { archiveBytes, archiveFiles, fileBytes, type PreparedUpload } from '@/services/prepareUpload';
import { UploadCancelled, UploadFailed } from '@/services/putUpload';
import type { HeldUpload } from './useUpload';

const u = m.submit.upload;
const limits = { file: fileBytes, files: archiveFiles };

interface UploadPanelProps {
  held: HeldUpload;
  draft: Draft;
  onRemove: () => void;
  onMaxUsdChange: (maxUsd: number | null) => void;
  onSubmitted: (jobId: string) => void;
}

/** More than the editor holds: what will be sent, what is left out, what to be careful about, and the way of the bytes. */
export function UploadPanel({ held, draft, onRemove, onMaxUsdChange, onSubmitted }: UploadPanelProps) {
  const takes = useTypicalSeconds(draft.workflow);
  const review = useUploadReview();
  const { upload, kept } = held;
  const { name, content, included, skipped, secrets, searched } = upload;
  const tooLarge = content.size > archiveBytes;
  const nothing = included?.length === 0;
  return (
    <Card aria-label={u.title} className="flex flex-1 flex-col">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2 p-4">
        <FileArchive aria-hidden className="mt-0.5 size-5 text-muted-foreground" />
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="font-mono font-semibold break-all">{name}</h2>
          <p className="tabular text-sm text-muted-foreground">
            {included ? u.facts(included.length, content.size) : u.untold(content.size)}
          </p>
          <p className="text-sm text-muted-foreground">{kept === false ? u.notKept : u.kept}</p>
        </div>
        <Button variant="outline" disabled={review.isPending} onClick={onRemove}>
          <X aria-hidden />
          {u.remove}
        </Button>
      </div>
      {included && (
        <div className="grid flex-1 content-start gap-x-6 gap-y-4 border-t p-4 text-sm lg:grid-cols-2">
          <Names title={`${u.included} (${included.length})`} all={included.length}>
            {included.slice(0, mostNamed).map(({ path, bytes }) => (
              <li key={path} className="flex justify-between gap-3">
                <code className="min-w-0 text-xs leading-5 break-all">{path}</code>
                <span className="tabular shrink-0 text-xs leading-5 text-muted-foreground">
                  {formatBytes(bytes)}
                </span>
              </li>
            ))}
          </Names>
          {skipped.length > 0 && (
            <Names title={`${u.skipped} (${skipped.length})`} all={skipped.length}>
              {skipped.slice(0, mostNamed).map(({ name: path, reason }) => (
                <li key={path}>
                  <code className="text-xs break-all">{path}</code>{' '}
                  <span className="text-xs text-muted-foreground">{skipWords(reason, limits)}</span>
                </li>
              ))}
            </Names>
          )}
          <Secrets secrets={secrets} searched={searched} all={included.length} />
        </div>
      )}
      <div className="mt-auto grid gap-3 border-t p-4">
        {tooLarge && <p className="text-sm text-destructive">{u.tooLarge(content.size, archiveBytes)}</p>}
        {nothing && <p className="text-sm text-destructive">{u.nothing}</p>}
        {review.isError && <Failure error={review.error} />}
        <div className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          <Estimate takes={takes} workflow={draft.workflow} project={draft.project} files={included ?? []} />
          <CostCap value={draft.maxUsd} onChange={onMaxUsdChange} />
        </div>
        {review.isPending ? (
          <OnItsWay stage={review.stage} onCancel={review.cancel} />
        ) : (
          <Button
            size="lg"
            className="ms-auto max-sm:w-full"
            disabled={tooLarge || nothing}
            onClick={() =>
              review.mutate({ upload, draft }, { onSuccess: ({ job_id }) => onSubmitted(job_id) })
            }
          >
            <Upload aria-hidden />
            {u.submit}
          </Button>
        )}
      </div>
    </Card>
  );
}

const mostNamed = 500;

function Names({ title, all, children }: { title: string; all: number; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <h3 className="mb-1 text-xs font-semibold text-muted-foreground">{title}</h3>
      <div role="region" aria-label={title} tabIndex={0} className="max-h-[35dvh] overflow-auto">
        <ul>{children}</ul>
        {all > mostNamed && <p className="text-xs text-muted-foreground">{u.more(all - mostNamed)}</p>}
      </div>
    </div>
  );
}

const mostSecrets = 5;

function Secrets({ secrets, searched, all }: Pick<PreparedUpload, 'secrets' | 'searched'> & { all: number }) {
  return (
    <div className="lg:col-span-2">
      {secrets.length > 0 && (
        <div className="text-warning">
          <p className="flex items-center gap-1.5 font-medium">
            <KeyRound aria-hidden className="size-4" />
            {u.possibleSecrets(secrets.length)}
          </p>
          <ul className="ps-5.5">
            {secrets.slice(0, mostSecrets).map(({ path, line }, index) => (
              <li key={index} className="break-all">
                {u.secretAt(path, line)}
              </li>
            ))}
            {secrets.length > mostSecrets && <li>{u.more(secrets.length - mostSecrets)}</li>}
          </ul>
        </div>
      )}
      <p className="text-xs text-muted-foreground">
        {secrets.length === 0 && `${m.submit.noSecret}. `}
        {u.secretsSearched(searched, all)}
      </p>
    </div>
  );
}

function OnItsWay({ stage, onCancel }: { stage: UploadStage; onCancel: () => void }) {
  const percent = stage.kind === 'sending' ? (stage.sent / Math.max(1, stage.total)) * 100 : null;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-3">
        <span className="tabular text-sm">
          {stage.kind === 'sending' ? u.sending(stage.sent, stage.total) : u[stage.kind]}
        </span>
        <Button
          variant="outline"
          className="ms-auto"
          disabled={stage.kind === 'submitting'}
          onClick={onCancel}
        >
          {u.cancel}
        </Button>
      </div>
      {percent !== null && <Progress value={percent} label={u.progress} />}
    </div>
  );
}

/** Cancelling is no failure. */
function Failure({ error }: { error: unknown }) {
  if (error instanceof UploadCancelled) return null;
  if (error instanceof UploadFailed) {
    return (
      <p role="alert" className="text-sm text-destructive">
        {u.failed}: {error.status === 0 ? u.unreachable : u.refused(error.status)}
      </p>
    );
  }
  return <InlineError error={error} lead={m.submit.failed} />;
}
