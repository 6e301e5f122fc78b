import type { ProjectFilter } from '@/hooks/useProjects';
import { languages } from '@/utils/languages';

export const sorts = ['last_review_at', 'updated_at', 'created_at', 'name'] as const;

/** What the address asks for; what it can't mean is left out. */
export function filterOf(search: URLSearchParams): ProjectFilter {
  return {
    text: search.get('q')?.trim() ?? '',
    language: languages.find(({ id }) => id === search.get('language'))?.id ?? null,
    sort: sorts.find((sort) => sort === search.get('sort')) ?? 'last_review_at',
  };
}
