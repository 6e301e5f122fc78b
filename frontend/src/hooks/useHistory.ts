import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { listReviews } from '@/services/api';
import { withCopy } from '@/services/offlineCopies';
import { hasEnded } from './useReview';

const pageSize = 20;
const whileRunningMs = 5_000;

/** One page of the person's reviews, newest first; it stays current while one of them is under way. */
export function useHistory(cursor: string | null) {
  return useQuery({
    queryKey: ['history', cursor],
    queryFn: ({ signal }) =>
      withCopy(
        `history ${cursor ?? ''}`,
        async () =>
          (await listReviews({ query: { limit: pageSize, cursor: cursor ?? undefined }, signal })).data,
      ),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ status }) => !hasEnded(status)) ? whileRunningMs : false,
  });
}
