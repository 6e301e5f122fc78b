import { useMutation, useQueryClient } from '@tanstack/react-query';
import { triageIssue } from '@/services/api';
import { whenAllowed } from '@/services/problem';
import type { Issue, ReviewResults, TriageDecision } from '@/types/review';
import { resultsKey } from './useReview';

/** What to decide about one issue. */
export interface Decided {
  readonly issue: Issue;
  readonly decision: TriageDecision;
}

/** What became of it: the issues that were decided, and why others were not. */
export interface TriageOutcome {
  readonly done: readonly Decided[];
  readonly failures: readonly unknown[];
}

/** So many requests at once: a bulk decision must not use up the browser's connections. */
const atOnce = 4;

/**
 * Decides about issues of a review. The page shows it at once; what the server refuses goes back to what it was. Many decisions
 * meet the limit of requests, and go on when it allows them.
 */
export function useTriage(jobId: string) {
  const queries = useQueryClient();
  const replace = (issues: readonly Issue[]): void => {
    const byId = new Map(issues.map((issue) => [issue.id, issue]));
    queries.setQueryData<ReviewResults>(resultsKey(jobId), (review) =>
      review
        ? {
            ...review,
            results: {
              ...review.results,
              issues: review.results.issues.map((issue) => byId.get(issue.id) ?? issue),
            },
          }
        : review,
    );
  };

  return useMutation({
    onMutate: (all: readonly Decided[]) =>
      replace(all.map(({ issue, decision }) => asDecided(issue, decision))),
    mutationFn: async (all: readonly Decided[]): Promise<TriageOutcome> => {
      const done: Decided[] = [];
      const failures: unknown[] = [];
      const waiting = [...all];
      const work = async (): Promise<void> => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          try {
            const { issue, decision } = next;
            const path = { job_id: jobId, issue_id: issue.id };
            const { data } = await whenAllowed(() => triageIssue({ path, body: decision }));
            replace([data]);
            done.push(next);
          } catch (failure) {
            replace([next.issue]);
            failures.push(failure);
          }
        }
      };
      await Promise.all(Array.from({ length: atOnce }, work));
      return { done, failures };
    },
  });
}

/** The decision that brings an issue back to how it stands now. */
export function decisionOf({ triage: { state, reason, comment, expires_at } }: Issue): TriageDecision {
  return state === 'open' ? { state } : { state, reason, comment, expires_at };
}

function asDecided(issue: Issue, { state, reason, comment, expires_at }: TriageDecision): Issue {
  return {
    ...issue,
    triage: {
      ...issue.triage,
      state,
      reason: reason ?? null,
      comment: comment ?? null,
      expires_at: expires_at ?? null,
      decided_at: null,
    },
  };
}
