import { useNavigate } from 'react-router';
import { useSubmitReview } from '@/hooks/useReview';
import { emptyDraft, replaceDraft, type Draft } from '@/services/draft';
import type { SourceFile } from '@/types/review';
import type { Fixes } from './useFixes';

/** Reviews the code as the page shows it now: at once, or after changes in the editor. */
export function useReviewAgain(jobId: string, files: readonly SourceFile[], fixes: Fixes) {
  const navigate = useNavigate();
  const submission = useSubmitReview();
  const draft = (): Draft => ({
    ...emptyDraft,
    baseline: jobId,
    files: files.map(({ path, language }) => ({ path, language, content: fixes.textOf(path).text })),
  });
  return {
    edit: (): void => {
      replaceDraft(draft());
      void navigate('/reviews/new');
    },
    now: (): void => {
      if (submission.isPending) return;
      submission.mutate(
        { draft: draft(), idempotencyKey: crypto.randomUUID() },
        { onSuccess: ({ job_id }) => void navigate(`/reviews/${job_id}`) },
      );
    },
    pending: submission.isPending,
    error: submission.error,
  };
}

export type ReviewAgain = ReturnType<typeof useReviewAgain>;
