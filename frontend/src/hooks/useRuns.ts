import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { m } from '@/i18n/messages';
import { answerApproval, executeWorkflow } from '@/services/api';
import type { Decision } from '@/types/execution';
import { executionOf, rememberStatus, statusKey } from './useReview';

/** A job with its transcript and what came of it. */
export function useExecution(jobId: string) {
  return useQuery(executionOf(jobId));
}

/** What a run was asked, as soon as that is known; null where it was no question. */
export function useQuestionOf(jobId: string): string | null {
  return useExecution(jobId).data?.question ?? null;
}

/** What a run is called: by what it was asked, if the page has asked for that; else by its id. */
export function useRunName(jobId: string): string {
  const { data } = useQuery({ ...executionOf(jobId), enabled: false });
  return data?.question ?? m.runs.run(jobId.slice(0, 8));
}

export interface RunRequest {
  readonly input: Readonly<Record<string, unknown>>;
  readonly project: string | null;
  /** In US dollars; null for what is usual. */
  readonly maxUsd: number | null;
  readonly idempotencyKey: string;
}

/** Runs a workflow. The same request sent again after a lost answer runs it once. */
export function useRunWorkflow(name: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ input, project, maxUsd, idempotencyKey }: RunRequest) => {
      const { data } = await executeWorkflow({
        path: { name },
        body: { input: { ...input }, project_id: project, ...(maxUsd === null ? {} : { max_usd: maxUsd }) },
        headers: { 'Idempotency-Key': idempotencyKey },
      });
      return data;
    },
    onSuccess: (submitted) => rememberStatus(queries, submitted, name),
  });
}

export interface Answer {
  readonly decision: Decision;
  readonly comment: string;
  /** Names the plan that was read: another one is not approved by accident. */
  readonly planHash: string | null;
}

/** Answers a job that waits for a person. */
export function useAnswerApproval(jobId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ decision, comment, planHash }: Answer) => {
      const body = { decision, comment: comment.trim() || null, plan_hash: planHash };
      return (await answerApproval({ path: { id: jobId }, body })).data;
    },
    onSuccess: (status) => queries.setQueryData(statusKey(jobId), status),
    onSettled: () => queries.invalidateQueries({ queryKey: executionOf(jobId).queryKey }),
  });
}
