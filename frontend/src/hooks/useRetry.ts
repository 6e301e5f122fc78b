import { useMutation, useQueryClient } from '@tanstack/react-query';
import { retryJob } from '@/services/generated/sdk.gen';
import { historyKey, statusKey } from './useReview';
import { useIdempotencyKey } from './useIdempotencyKey';

/** Does again what failed of a job: by these agents, or all of it. Sent again after a lost answer it makes no second job. */
export function useRetry(jobId: string) {
  const queries = useQueryClient();
  const keyOf = useIdempotencyKey();
  return useMutation({
    mutationFn: async (agents: readonly string[]) => {
      const body = agents.length > 0 ? { agents: [...agents] } : {};
      return (
        await retryJob({
          path: { job_id: jobId },
          body,
          headers: { 'Idempotency-Key': keyOf([jobId, body]) },
        })
      ).data;
    },
    onSuccess: (status) => {
      queries.setQueryData(statusKey(status.job_id), status);
      void queries.invalidateQueries({ queryKey: historyKey });
    },
  });
}
