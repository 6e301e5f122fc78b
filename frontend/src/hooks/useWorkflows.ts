import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { getWorkflow, listWorkflows } from '@/services/api';

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

/** One workflow with the schema of what it takes. */
export function useWorkflow(name: string) {
  return useQuery({
    queryKey: ['workflows', name],
    queryFn: async ({ signal }) => (await getWorkflow({ path: { name }, signal })).data,
    staleTime: freshMs,
  });
}

/** What runs of a workflow usually take, in seconds; nothing while the catalogue is not known. */
export function useTypicalSeconds(workflow: string) {
  return useWorkflows().data?.find(({ name }) => name === workflow)?.typical_seconds;
}

const nobody: readonly string[] = [];

/** The names of a workflow's agents; nobody while the catalogue is not known. */
export function useAgentsOf(workflow: string): readonly string[] {
  const { data } = useWorkflows();
  return useMemo(
    () => data?.find(({ name }) => name === workflow)?.agents.map(({ name }) => name) ?? nobody,
    [data, workflow],
  );
}
