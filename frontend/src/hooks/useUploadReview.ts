import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { startUpload, submitReview } from '@/services/api';
import type { Draft } from '@/services/draft';
import type { PreparedUpload } from '@/services/prepareUpload';
import { putUpload, UploadCancelled, type Sent } from '@/services/putUpload';
import { choicesOf, rememberStatus } from './useReview';
import { useIdempotencyKey } from './useIdempotencyKey';

/** Where an upload is: being checked, on its way, or handed over. */
export type UploadStage =
  { readonly kind: 'checking' | 'submitting' } | ({ readonly kind: 'sending' } & Sent);

/** Uploads what a request cannot hold, then submits it; it can be cancelled until it is submitted. */
export function useUploadReview() {
  const queries = useQueryClient();
  const [stage, setStage] = useState<UploadStage>({ kind: 'checking' });
  const abort = useRef<AbortController | null>(null);
  const keyOf = useIdempotencyKey();

  const send = async (upload: PreparedUpload, draft: Draft, signal: AbortSignal) => {
    setStage({ kind: 'checking' });
    const sha256 = await sha256Of(upload.content);
    const { data: target } = await startUpload({
      body: { file_name: upload.name, size_bytes: upload.content.size, sha256 },
      signal,
    });
    setStage({ kind: 'sending', sent: 0, total: upload.content.size });
    await putUpload(target, upload.content, (sent) => setStage({ kind: 'sending', ...sent }), signal);
    setStage({ kind: 'submitting' });
    const body = { ...choicesOf(draft), upload_id: target.upload_id };
    // An upload can be submitted once: the same request after a lost answer must be known as the same.
    return (await submitReview({ body, headers: { 'Idempotency-Key': keyOf(body) }, signal })).data;
  };

  const mutation = useMutation({
    mutationFn: async ({ upload, draft }: { upload: PreparedUpload; draft: Draft }) => {
      const controller = new AbortController();
      abort.current = controller;
      try {
        return await send(upload, draft, controller.signal);
      } catch (failure) {
        throw controller.signal.aborted ? new UploadCancelled() : failure; // however the step says it
      }
    },
    onSuccess: (submitted, { draft }) => rememberStatus(queries, submitted, draft.workflow),
  });

  return { ...mutation, stage, cancel: () => abort.current?.abort() };
}

async function sha256Of(content: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await content.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
