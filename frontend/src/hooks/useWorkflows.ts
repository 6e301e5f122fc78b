import { useQuery } from '@tanstack/react-query';
import { listWorkflows } from '@/services/api';

/** As long as the server lets its answer be kept. */
const freshMs = 5 * 60_000;

/** The catalogue of workflows, each saying whether it can be run here. */
export function useWorkflows() {
  return useQuery({
    queryKey: ['workflows'],
    queryFn: async ({ signal }) => (await listWorkflows({ signal })).data.items,
    staleTime: freshMs,
  });
}
