import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { listProjects } from '@/services/api';

/** The projects whose name, description or repository holds the text, the latest changed ones first. */
export function useProjectChoices(text: string) {
  return useQuery({
    queryKey: ['projects', 'choices', text],
    queryFn: async ({ signal }) =>
      (await listProjects({ query: { q: text || undefined, limit: 20 }, signal })).data.items,
    placeholderData: keepPreviousData,
  });
}
