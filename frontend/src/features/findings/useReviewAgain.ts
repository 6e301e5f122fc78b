import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { fetchChoices, useSubmitReview } from '@/hooks/useReview';
import { emptyDraft, replaceDraft, type Draft } from '@/services/draft';
import type { SourceFile } from '@/types/review';
import type { Fixes } from './useFixes';

/** Reviews the code as the page shows it now, for the same project: at once, or after changes in the editor. */
export function useReviewAgain(jobId: string, files: readonly SourceFile[], fixes: Fixes) {
  const navigate = useNavigate();
  const submission = useSubmitReview();
  const draft = async (): Promise<Draft> => ({
    ...emptyDraft,
    ...(await fetchChoices(jobId)),
    baseline: jobId,
    files: files.map(({ path, language }) => ({ path, language, content: fixes.textOf(path).text })),
  });
  const edit = useMutation({
    mutationFn: draft,
    onSuccess: (next) => {
      replaceDraft(next);
      void navigate('/reviews/new');
    },
  });
  const now = useMutation({
    mutationFn: async () =>
      submission.mutateAsync({ draft: await draft(), idempotencyKey: crypto.randomUUID() }),
    onSuccess: ({ job_id }) => void navigate(`/reviews/${job_id}`),
  });
  return {
    edit: (): void => {
      if (!edit.isPending) edit.mutate();
    },
    now: (): void => {
      if (!now.isPending) now.mutate();
    },
    pending: now.isPending || edit.isPending,
    error: now.error ?? edit.error,
  };
}

export type ReviewAgain = ReturnType<typeof useReviewAgain>;
