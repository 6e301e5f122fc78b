import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { deleteRepositoryAccess, getRepositoryAccess, setRepositoryAccess } from '@/services/api';
import type { RepositoryAccess } from '@/types/review';
import { optionsKey } from './useEstimate';

const accessKey = ['repository-access'];

/** Whether workers have a GitHub token of the person, and what became of it. */
export function useRepositoryAccess() {
  return useQuery({
    queryKey: accessKey,
    queryFn: async ({ signal }) => (await getRepositoryAccess({ signal })).data,
  });
}

/** Gives a token in the place of what was there, or withdraws it. */
export function useSetRepositoryAccess() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (token: string | null): Promise<RepositoryAccess | null> => {
      if (token !== null) return (await setRepositoryAccess({ body: { token } })).data;
      await deleteRepositoryAccess();
      return null;
    },
    onSuccess: (access) => {
      if (access) queries.setQueryData(accessKey, access);
      else void queries.invalidateQueries({ queryKey: accessKey });
      // Who may post comments is one of the options.
      void queries.invalidateQueries({ queryKey: optionsKey });
    },
  });
}
