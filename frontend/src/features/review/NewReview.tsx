import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Notice } from '@/components/common/Notice';
import { CodeEditor } from '@/components/code/CodeEditor';
import { Button } from '@/components/ui/button';
import { useSubmitReview } from '@/hooks/useReview';
import { m } from '@/i18n/messages';
import {
  draftAside,
  draftOfExample,
  emptyRepository,
  forgetDraftAside,
  isEmpty,
  replaceDraft,
  withoutCode,
  type Draft,
} from '@/services/draft';
import { detectLanguage, grammarOf } from '@/utils/languages';
import { activeFile } from './draftEdits';
import { EditorBar } from './EditorBar';
import { Examples } from './Examples';
import { FileDrop } from './FileDrop';
import { FileTabs } from './FileTabs';
import { forgetUpload } from '@/services/keptUpload';
import { prepareUpload } from '@/services/prepareUpload';
import { readFiles, type SkippedFile } from '@/services/readFiles';
import { SkippedFiles } from '@/components/common/SkippedFiles';
import { RepositoryPanel } from './RepositoryPanel';
import { SubmitBar } from './SubmitBar';
import { UploadPanel } from './UploadPanel';
import { useDraft } from './useDraft';
import { useUpload } from './useUpload';

/** The editor is the page: a quiet bar above, one line below. */
export function NewReview() {
  const navigate = useNavigate();
  const { draft, kept, change, add, remove, show, replace, ...set } = useDraft();
  const [skipped, setSkipped] = useState<readonly SkippedFile[]>([]);
  const upload = useUpload(draft.upload, set.setUpload);
  const [looking, setLooking] = useState(false);
  const [aside, setAside] = useState(draftAside);
  const submission = useSubmitReview();
  const [idempotencyKey, setIdempotencyKey] = useState<readonly [Draft, string] | null>(null);
  const file = activeFile(draft);
  const language = file.language ?? detectLanguage(file.path, file.content);

  const submit = (submitted: Draft): void => {
    if ((isEmpty(submitted) && !submitted.repository) || submission.isPending) return;
    // The same draft again, after an answer that was lost, is the same request.
    const key = idempotencyKey?.[0] === submitted ? idempotencyKey[1] : crypto.randomUUID();
    setIdempotencyKey([submitted, key]);
    submission.mutate(
      { draft: submitted, idempotencyKey: key },
      {
        onSuccess: ({ job_id }) => {
          replace(withoutCode(draft));
          void navigate(`/reviews/${job_id}`);
        },
      },
    );
  };

  const take = async (files: File[]): Promise<void> => {
    setLooking(true);
    const large = await prepareUpload(files).finally(() => setLooking(false));
    if (large) {
      setSkipped([]);
      upload.choose(large);
      return;
    }
    const read = await readFiles(files);
    add(read.files);
    setSkipped(read.skipped);
  };

  const open = (next: Draft): void => {
    replaceDraft(next, draft);
    replace(next);
    setAside(draftAside());
  };

  const takeAside = (): void => {
    forgetDraftAside();
    setAside(null);
    if (aside) replace(aside);
  };

  const dismissAside = (): void => {
    forgetDraftAside();
    setAside(null);
    if (aside?.upload) void forgetUpload(aside.upload);
  };

  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 p-4 md:px-6">
      <h1 className="sr-only">{m.submit.title}</h1>
      <FileDrop onFiles={(files) => void take(files)} />
      <EditorBar
        file={file}
        focus={draft.focus}
        workflow={draft.workflow}
        project={draft.project}
        canClear={!isEmpty(draft)}
        onChange={change}
        onFocusChange={set.setFocus}
        onWorkflowChange={set.setWorkflow}
        onProjectChange={set.setProject}
        onFiles={(files) => void take(files)}
        onRepository={() => set.setRepository(draft.repository ?? emptyRepository)}
        onClear={() => open(withoutCode(draft))}
      />
      {skipped.length > 0 && <SkippedFiles files={skipped} onDismiss={() => setSkipped([])} />}
      {draft.baseline && (
        <Notice onDismiss={() => set.setBaseline(null)}>
          {m.submit.baseline(draft.baseline.slice(0, 8))}
        </Notice>
      )}
      {aside && (
        <Notice onDismiss={dismissAside}>
          {m.aside.text}{' '}
          <Button variant="ghost" size="sm" className="link h-auto px-1 touch:h-auto" onClick={takeAside}>
            {m.aside.restore}
          </Button>
        </Notice>
      )}
      {(looking || upload.isLoading) && (
        <p role="status" className="text-sm text-muted-foreground">
          {looking ? m.submit.upload.looking : m.submit.upload.reading}
        </p>
      )}
      {upload.held ? (
        <UploadPanel
          key={upload.held.id}
          held={upload.held}
          draft={draft}
          onRemove={upload.remove}
          onMaxUsdChange={set.setMaxUsd}
          onSubmitted={(jobId) => {
            upload.remove();
            replace({ ...draft, upload: null, baseline: null });
            void navigate(`/reviews/${jobId}`);
          }}
        />
      ) : upload.isLoading ? null : draft.repository ? (
        <RepositoryPanel
          draft={draft}
          repository={draft.repository}
          pending={submission.isPending}
          error={submission.error}
          onChange={(changed) => set.setRepository({ ...(draft.repository ?? emptyRepository), ...changed })}
          onMaxUsdChange={set.setMaxUsd}
          onRemove={() => set.setRepository(null)}
          onSubmit={() => submit(draft)}
        />
      ) : (
        <>
          <div className="relative flex min-h-80 flex-1 flex-col overflow-hidden rounded-lg border bg-code max-sm:min-h-96">
            <FileTabs draft={draft} onShow={show} onRemove={remove} onRename={(path) => change({ path })} />
            {/* Out of the flow: the editor keeps the height it was given once, and a banner above may come later. */}
            <div className="relative min-h-0 flex-1 *:absolute *:inset-0">
              <CodeEditor
                path={String(draft.active)}
                value={file.content}
                language={grammarOf(language)}
                label={m.submit.editorLabel(file.path ?? m.submit.untitled)}
                onChange={(content) => change({ content })}
                onSubmit={() => submit(draft)}
              />
            </div>
            {isEmpty(draft) && (
              <div className="pointer-events-none absolute inset-x-4 top-14 mx-auto max-w-2xl *:pointer-events-auto sm:top-1/2 sm:-translate-y-[40%]">
                <Examples
                  onOpen={(example) => open(draftOfExample(example, draft))}
                  onRun={(example) => submit(draftOfExample(example, draft))}
                />
              </div>
            )}
          </div>
          <SubmitBar
            draft={draft}
            kept={kept}
            pending={submission.isPending}
            error={submission.error}
            onMaxUsdChange={set.setMaxUsd}
            onSubmit={() => submit(draft)}
          />
        </>
      )}
    </div>
  );
}
