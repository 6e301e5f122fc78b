import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getOverview } from '@/services/api';
import type { AnalyticsQuery } from '@/types/review';

/** Figures of past days change slowly; those of today are asked again when the page is come back to. */
const freshMs = 60_000;

/** The dashboard's figures over a period, and over the one before it. */
export function useOverview(query: AnalyticsQuery) {
  return useQuery({
    queryKey: ['analytics', 'overview', query],
    queryFn: async ({ signal }) => (await getOverview({ query, signal })).data,
    placeholderData: keepPreviousData,
    staleTime: freshMs,
  });
}
