import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRuleJudgements, listRatings, rateIssue } from '@/services/api';
import type { Issue } from '@/types/review';
import { today } from '@/utils/today';

/** Whether findings helped, by their fingerprints. */
type Ratings = ReadonlyMap<string, boolean>;

const judgementsKey = ['analytics', 'rules'];
const freshMs = 60_000;
const yearDays = 365;

function ratingsKey(jobId: string) {
  return ['review', jobId, 'ratings'];
}

/** What the reader of a review said about its findings. */
export function useRatings(jobId: string) {
  return useQuery({
    queryKey: ratingsKey(jobId),
    queryFn: async ({ signal }): Promise<Ratings> => {
      const { data } = await listRatings({ path: { job_id: jobId }, signal });
      return new Map(data.items.map(({ fingerprint, helpful }) => [fingerprint, helpful === true]));
    },
    staleTime: Infinity,
  });
}

/** Says whether a finding helped; null takes it back. The page shows it at once; what the server refuses is undone. */
export function useRateFinding(jobId: string) {
  const queries = useQueryClient();
  const key = ratingsKey(jobId);
  return useMutation({
    mutationFn: async ({ issue, helpful }: { issue: Issue; helpful: boolean | null }) =>
      (await rateIssue({ path: { job_id: jobId, issue_id: issue.id }, body: { helpful } })).data,
    onMutate: ({ issue: { fingerprint }, helpful }) => {
      const before = queries.getQueryData<Ratings>(key);
      const after = new Map(before);
      if (helpful === null) after.delete(fingerprint);
      else after.set(fingerprint, helpful);
      queries.setQueryData<Ratings>(key, after);
      return { before };
    },
    onError: (_failure, _rating, context) => queries.setQueryData(key, context?.before),
    onSuccess: () => queries.invalidateQueries({ queryKey: judgementsKey }),
  });
}

/** How right each rule was in the past year, as the person judged it; by the rule's id. */
export function useRuleJudgements() {
  return useQuery({
    queryKey: judgementsKey,
    queryFn: async ({ signal }) => {
      const from = new Date(Date.parse(today()) - yearDays * 86_400_000).toISOString().slice(0, 10);
      const { data } = await getRuleJudgements({ query: { from, interval: 'weekly' }, signal });
      return new Map(data.rules.map((judged) => [judged.rule_id, judged]));
    },
    staleTime: freshMs,
  });
}
