import { useQueryClient } from '@tanstack/react-query';
import type { ReviewListItem } from '@/types/review';
import { useHistory } from './useHistory';
import { useIdempotencyKey } from './useIdempotencyKey';
import { historyKey } from './useReview';
import { useRunWorkflow } from './useRuns';
import { useWorkflows } from './useWorkflows';

/** The workflow that answers questions. */
export const answering = 'research';

const mostListed = 100;

/** The workflow that answers questions; nothing while it is not known or cannot be run here. */
export function useAnswering() {
  const { data, error } = useWorkflows();
  return { answers: data?.find(({ name, available }) => name === answering && available), error };
}

export type Answering = NonNullable<ReturnType<typeof useAnswering>['answers']>;

/** What was asked about a finding of a review, the oldest first. */
export function useQuestions(jobId: string, issueId: string) {
  const asked = useHistory({ about: jobId, limit: mostListed, sort: 'oldest' });
  const questions = asked.data?.items.filter(({ about }) => about?.issue_id === issueId) ?? [];
  return { questions: questions as readonly ReviewListItem[], error: asked.error };
}

/** Asks a question about a finding of a review. */
export function useAsk(jobId: string, issueId: string) {
  const queries = useQueryClient();
  const run = useRunWorkflow(answering);
  const keyOf = useIdempotencyKey();
  return {
    ...run,
    ask: (question: string, onAsked: () => void): void => {
      const input = { question, about: { job_id: jobId, issue_id: issueId } };
      run.mutate(
        { input, project: null, maxUsd: null, idempotencyKey: keyOf(input) },
        {
          onSuccess: () => {
            void queries.invalidateQueries({ queryKey: historyKey });
            onAsked();
          },
        },
      );
    },
  };
}
