import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { listSpending } from '@/services/api';

const onPage = 50;

/** Who spent how much in a month of UTC, such as 2026-01; only administrators are answered. */
export function useSpending(month: string) {
  return useInfiniteQuery({
    queryKey: ['spending', month],
    queryFn: async ({ pageParam, signal }) =>
      (await listSpending({ query: { month, limit: onPage, cursor: pageParam ?? undefined }, signal })).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}
