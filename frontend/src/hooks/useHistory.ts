import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { deleteExecution, listExecutions } from '@/services/api';
import { withCopy } from '@/services/offlineCopies';
import type { HistoryQuery } from '@/types/review';
import { pollOf } from './polling';

const historyKey = ['history'];

/** One page of the person's runs; it stays current while one of them is under way. */
export function useHistory(query: HistoryQuery) {
  return useQuery({
    queryKey: [...historyKey, query],
    queryFn: ({ signal }) =>
      withCopy(
        `history ${JSON.stringify(query)}`,
        async () => (await listExecutions({ query, signal })).data,
      ),
    placeholderData: keepPreviousData,
    refetchInterval: pollOf,
  });
}

/** Deletes a run that has ended, with its code and its results. */
export function useDeleteExecution() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      await deleteExecution({ path: { id } });
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: historyKey }),
        queries.invalidateQueries({ queryKey: ['projects'] }),
      ]),
  });
}
