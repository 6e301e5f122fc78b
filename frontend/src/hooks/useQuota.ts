import { useQuery } from '@tanstack/react-query';
import { getQuota } from '@/services/api';

const freshMs = 30_000;

/** What the person may use, and has used of it. */
export function useQuota() {
  return useQuery({
    queryKey: ['quota'],
    queryFn: async ({ signal }) => (await getQuota({ signal })).data,
    staleTime: freshMs,
  });
}
