import { useInfiniteQuery, useMutation, useQueryClient, keepPreviousData } from '@tanstack/react-query';
import { changeUser, listUsers, setQuota } from '@/services/api';
import type { ManagedAccount, Quota } from '@/types/review';

const accountsKey = ['accounts'];
const onPage = 50;

/** All accounts whose address or name holds the text, the newest first; only administrators are answered. */
export function useAccounts(text: string) {
  return useInfiniteQuery({
    queryKey: [...accountsKey, text],
    queryFn: async ({ pageParam, signal }) =>
      (
        await listUsers({
          query: { q: text || undefined, limit: onPage, cursor: pageParam ?? undefined },
          signal,
        })
      ).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}

/** Closes an account, or opens it again. */
export function useSetActive() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, active }: { id: string; active: boolean }): Promise<ManagedAccount> =>
      (await changeUser({ path: { id }, body: { active } })).data,
    onSettled: () => queries.invalidateQueries({ queryKey: accountsKey }),
  });
}

/** Sets what an account may use; null is no limit. */
export function useSetQuota() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, quota }: { id: string; quota: Quota }): Promise<ManagedAccount> =>
      (await setQuota({ path: { id }, body: quota })).data,
    onSuccess: () => queries.invalidateQueries({ queryKey: accountsKey }),
  });
}
