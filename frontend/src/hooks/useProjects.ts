import {
  keepPreviousData,
  skipToken,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import {
  createProject,
  deleteProject,
  getProject,
  listProjectReviews,
  listProjects,
  updateProject,
} from '@/services/api';
import type { Language, NewProject, Project, ProjectChange } from '@/types/review';
import { pollOf } from './polling';

const projectsKey = ['projects'];
const cardsOnPage = 24;
const reviewsOnPage = 20;
/** As many as a trend can show and still be read. */
const reviewsInTrend = 50;

export interface ProjectFilter {
  readonly text: string;
  readonly language: Language | null;
  readonly sort: 'name' | 'created_at' | 'updated_at' | 'last_review_at';
}

/** The person's projects, page after page. */
export function useProjects({ text, language, sort }: ProjectFilter) {
  return useInfiniteQuery({
    queryKey: [...projectsKey, 'list', text, language, sort],
    queryFn: async ({ pageParam, signal }) =>
      (
        await listProjects({
          query: {
            q: text || undefined,
            language: language ?? undefined,
            sort,
            limit: cardsOnPage,
            cursor: pageParam ?? undefined,
          },
          signal,
        })
      ).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}

/** One project; nothing is asked for null. */
export function useProject(id: string | null) {
  return useQuery({
    queryKey: [...projectsKey, id],
    queryFn: id ? async ({ signal }) => (await getProject({ path: { id }, signal })).data : skipToken,
  });
}

/** One page of a project's reviews, newest first; it stays current while one of them is under way. */
export function useProjectReviews(id: string, cursor: string | null) {
  return useQuery({
    queryKey: [...projectsKey, id, 'reviews', cursor],
    queryFn: async ({ signal }) =>
      (
        await listProjectReviews({
          path: { id },
          query: { limit: reviewsOnPage, cursor: cursor ?? undefined },
          signal,
        })
      ).data,
    placeholderData: keepPreviousData,
    refetchInterval: pollOf,
  });
}

/** A project's latest reviews, for its trend. */
export function useProjectTrend(id: string) {
  return useQuery({
    queryKey: [...projectsKey, id, 'trend'],
    queryFn: async ({ signal }) =>
      (await listProjectReviews({ path: { id }, query: { limit: reviewsInTrend }, signal })).data,
  });
}

/** Creates a project; sent again with the same key it creates only once. */
export function useCreateProject() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ project, key }: { project: NewProject; key: string }): Promise<Project> =>
      (await createProject({ body: project, headers: { 'Idempotency-Key': key } })).data,
    onSuccess: (project) => remember(queries, project),
  });
}

export function useUpdateProject(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (change: ProjectChange): Promise<Project> =>
      (await updateProject({ path: { id }, body: change })).data,
    onSuccess: (project) => remember(queries, project),
  });
}

/** Deletes the project; its reviews stay in the history. */
export function useDeleteProject(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await deleteProject({ path: { id } });
    },
    onSuccess: () => {
      queries.removeQueries({ queryKey: [...projectsKey, id] });
      void queries.invalidateQueries({ queryKey: projectsKey });
      void queries.invalidateQueries({ queryKey: ['history'] });
    },
  });
}

function remember(queries: QueryClient, project: Project): void {
  queries.setQueryData([...projectsKey, project.id], project);
  void queries.invalidateQueries({ queryKey: [...projectsKey, 'list'] });
}
