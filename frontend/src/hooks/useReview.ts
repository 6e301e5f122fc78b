import {
  queryOptions,
  skipToken,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import {
  cancelReview,
  getEvents,
  getExecution,
  getFiles,
  getResults,
  getReview,
  submitReview,
} from '@/services/api';
import { m } from '@/i18n/messages';
import { emptyRepository, type Draft, type DraftFile, type DraftRepository } from '@/services/draft';
import { withCopy } from '@/services/offlineCopies';
import type { NumberedEvent } from '@/services/reviewEvents';
import type { Execution } from '@/types/execution';
import type { JobStatus, ReviewStatus, SourceFile, SubmittedReview } from '@/types/review';
import { detectLanguage } from '@/utils/languages';
import { awaitedRepository, isPacked, repositoryName } from '@/utils/repositories';
import { isReview } from '@/utils/workflows';

export const historyKey = ['history'];

/** Where it is kept how a job stands. */
export function statusKey(jobId: string) {
  return ['review', jobId, 'status'];
}

/** Where the results of a review are kept. */
export function resultsKey(jobId: string) {
  return ['review', jobId, 'results'];
}

/** Nothing more happens to such a job. */
export function hasEnded(status: JobStatus): boolean {
  return status === 'completed' || status === 'failed' || status === 'cancelled';
}

/** Where a review stands. Asked again only while `everyMs` is given and the review has not ended. */
export function useReviewStatus(jobId: string, everyMs: number | null = null) {
  return useQuery({
    queryKey: statusKey(jobId),
    queryFn: ({ signal }) =>
      withCopy(`${jobId} status`, async () => (await getReview({ path: { job_id: jobId }, signal })).data),
    refetchInterval: ({ state }) =>
      everyMs && !(state.data && hasEnded(state.data.status)) ? everyMs : false,
  });
}

/** The code as it was submitted; it never changes once it is unpacked. */
export function useReviewFiles(jobId: string) {
  return useQuery(filesOf(jobId));
}

/** The code of a review at work: asked for anew with each step as long as it is not unpacked. */
export function useFilesAtWork(jobId: string, step: string | null) {
  const files = useReviewFiles(jobId);
  const { refetch } = files;
  const awaited = areAwaited(files.data);
  useEffect(() => {
    if (awaited && step !== null) void refetch();
  }, [awaited, step, refetch]);
  return files;
}

/** Whether only what holds the code is known. */
function areAwaited(files: readonly SourceFile[] = []): boolean {
  const [first, second] = files;
  return first !== undefined && !second && first.content === '' && isPacked(first.path);
}

function filesOf(jobId: string) {
  return queryOptions({
    queryKey: ['review', jobId, 'files'],
    queryFn: ({ signal }) => withCopy(`${jobId} files`, () => submittedFiles(jobId, signal)),
    staleTime: ({ state }) => (areAwaited(state.data) ? 0 : Infinity),
  });
}

/** What a review is called: by its first file or its repository, as far as what the page asked for tells; else by its id. */
export function useReviewName(jobId: string): string {
  const { data: submitted = [] } = useQuery({ ...filesOf(jobId), enabled: false });
  const { data: results } = useQuery({ ...resultsOf(jobId), enabled: false });
  const repository = useAwaitedRepository(jobId);
  const files = areAwaited(submitted) ? [] : submitted;
  const [first, ...further] = files.length > 0 ? files : (results?.coverage.files ?? []);
  if (first) return m.nav.files(first.path, further.length);
  const [archive] = submitted;
  return (
    repository ??
    (archive && archive.path !== awaitedRepository ? archive.path : m.nav.review(jobId.slice(0, 8)))
  );
}

/** The repository whose files are not there yet, or could not be had. Asked for only then. */
export function useAwaitedRepository(jobId: string): string | null {
  const { data: files = [] } = useQuery({ ...filesOf(jobId), enabled: false });
  const awaited = files[0]?.path === awaitedRepository;
  const { data: job } = useQuery({ ...executionOf(jobId), enabled: awaited });
  return awaited && job?.repository_url ? repositoryName(job.repository_url) : null;
}

/** The files, and the one of a path if it is beyond those that were fetched; the latter comes when it is asked for. */
export function useFilesWith(
  jobId: string,
  files: readonly SourceFile[],
  path: string | null,
): readonly SourceFile[] {
  const isThere = path === null || files.some((file) => file.path === path);
  const { data } = useQuery({
    queryKey: ['review', jobId, 'files', path],
    queryFn: isThere
      ? skipToken
      : async ({ signal }) =>
          (await getFiles({ path: { job_id: jobId }, query: { path }, signal })).data.items,
    staleTime: Infinity,
  });
  return useMemo(() => (data ? [...files, ...data] : files), [files, data]);
}

/** Pages of a large submission that are fetched: about 4 MB each, more than anybody scrolls through. */
const mostPages = 5;

/** The submitted files, put together from the pieces in which large ones come. */
async function submittedFiles(jobId: string, signal: AbortSignal): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const { data } = await getFiles({
      path: { job_id: jobId },
      query: cursor === undefined ? {} : { cursor },
      signal,
    });
    for (const file of data.items) {
      const last = files.at(-1);
      if (file.offset && last?.path === file.path) {
        files[files.length - 1] = { ...last, content: last.content + file.content };
      } else {
        files.push(file);
      }
    }
    if (!data.next_cursor) {
      break;
    }
    cursor = data.next_cursor;
  }
  return files;
}

/** The results of a completed review. */
export function useReviewResults(jobId: string) {
  return useQuery(resultsOf(jobId));
}

function resultsOf(jobId: string) {
  return queryOptions({
    queryKey: resultsKey(jobId),
    queryFn: ({ signal }) =>
      withCopy(`${jobId} results`, async () => (await getResults({ path: { job_id: jobId }, signal })).data),
    staleTime: Infinity,
  });
}

/** A job with its transcript and what came of it: a copy read before its end is no answer afterwards. */
export function executionOf(jobId: string) {
  return queryOptions({
    queryKey: ['execution', jobId],
    queryFn: ({ signal }) =>
      withCopy(
        `${jobId} execution`,
        async (): Promise<Execution> => (await getExecution({ path: { id: jobId }, signal })).data,
      ),
    staleTime: ({ state }) => (state.data && hasEnded(state.data.status) ? Infinity : 0),
  });
}

/** The forms of the results that the server writes. */
export type ReportFormat = 'sarif' | 'markdown';

/** The results in another form, as text. */
export async function fetchReport(jobId: string, format: ReportFormat): Promise<string> {
  const answer = await getResults({ path: { job_id: jobId }, query: { format }, responseType: 'text' });
  return answer.data as unknown as string;
}

/** All events of a review that has ended without results; they still tell what was found. */
export function useReviewEvents(jobId: string) {
  return useQuery({
    queryKey: ['review', jobId, 'events'],
    queryFn: () => fetchAllEvents(jobId),
    staleTime: Infinity,
  });
}

/** The events after a number, as many as one answer holds. */
export async function fetchEventsAfter(jobId: string, seq: number): Promise<readonly NumberedEvent[]> {
  return (await getEvents({ path: { job_id: jobId }, query: { last_seq: seq } })).data.items;
}

async function fetchAllEvents(jobId: string): Promise<readonly NumberedEvent[]> {
  const all: NumberedEvent[] = [];
  for (;;) {
    const page = await fetchEventsAfter(jobId, all.at(-1)?.seq ?? 0);
    if (page.length === 0) return all;
    all.push(...page);
  }
}

/** Submits a draft. The same draft sent again after a lost answer makes no second review. */
export function useSubmitReview() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ draft, idempotencyKey }: { draft: Draft; idempotencyKey: string }) => {
      const headers = { 'Idempotency-Key': idempotencyKey };
      return (await submitReview({ body: submissionOf(draft), headers })).data;
    },
    onSuccess: (submitted, { draft }) => rememberStatus(queries, submitted, draft.workflow),
  });
}

/** What a review was asked for besides its code, so that another one can be asked for the same; its repository if that was not fetched. */
export async function fetchChoices(
  jobId: string,
): Promise<Pick<Draft, 'workflow' | 'project' | 'repository'>> {
  const { workflow, project_id, file_path, repository_url } = (await getExecution({ path: { id: jobId } }))
    .data;
  const unread = file_path === awaitedRepository && repository_url;
  return {
    workflow,
    project: project_id,
    repository: unread ? { ...emptyRepository, url: repository_url } : null,
  };
}

/** Asks the review to stop. */
export function useCancelReview(jobId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => (await cancelReview({ path: { job_id: jobId } })).data,
    onSuccess: (status) => {
      queries.setQueryData(statusKey(jobId), status);
      void queries.invalidateQueries({ queryKey: historyKey });
    },
  });
}

/** Reads anew how a review stands. Results are fetched before the page is told of them: it turns to them at once. */
export async function refreshReview(queries: QueryClient, jobId: string): Promise<ReviewStatus | null> {
  void queries.invalidateQueries({ queryKey: historyKey });
  try {
    const { data } = await getReview({ path: { job_id: jobId } });
    if (!isReview(data.workflow)) await queries.query(executionOf(jobId)).catch(() => undefined);
    else if (data.status === 'completed') {
      await Promise.allSettled([queries.query(resultsOf(jobId)), queries.query(filesOf(jobId))]);
    }
    queries.setQueryData(statusKey(jobId), data);
    return data;
  } catch {
    await queries.invalidateQueries({ queryKey: statusKey(jobId) }); // the page then shows the failure
    return null;
  }
}

/** What a draft asks for, whatever the code. */
export function choicesOf({ focus, workflow, project, baseline, maxUsd }: Draft) {
  return {
    workflow,
    focus_areas: focus.length > 0 ? [...focus] : undefined,
    project_id: project ?? undefined,
    baseline_job_id: baseline ?? undefined,
    max_usd: maxUsd ?? undefined,
  };
}

/** The request for a draft: a repository, or the files without those that have no text. */
export function submissionOf(draft: Draft) {
  const filled = draft.files.filter(({ content }) => content.trim() !== '');
  const [only] = filled;
  const common = choicesOf(draft);
  if (draft.repository) return { ...common, repository: repositoryOf(draft.repository) };
  if (only && filled.length === 1) {
    return { ...common, code: only.content, language: languageOf(only), file_path: only.path ?? undefined };
  }
  return {
    ...common,
    files: filled.map((file, index) => ({
      path: file.path ?? `untitled-${index + 1}`,
      content: file.content,
      language: languageOf(file),
    })),
  };
}

export type RepositoryRequest = ReturnType<typeof repositoryOf>;

/** The request for a repository: at a ref, or one of its pull requests. */
export function repositoryOf({ url, ref, pullRequest, postComments }: DraftRepository) {
  return {
    repository_url: url.trim() || undefined,
    ...(pullRequest === ''
      ? { ref: ref.trim() || undefined }
      : { pull_request: Number(pullRequest), post_comments: postComments }),
  };
}

/** What the editor shows as the language; left out, so that the server looks, where nothing is known. */
function languageOf({ path, content, language }: DraftFile) {
  return language ?? detectLanguage(path, content) ?? undefined;
}

/** The page can show the new job at once, without asking for what was just answered. */
export function rememberStatus(queries: QueryClient, submitted: SubmittedReview, workflow: string): void {
  const status: ReviewStatus = {
    job_id: submitted.job_id,
    status: submitted.status,
    workflow,
    progress: 0,
    step: submitted.status,
    created_at: submitted.created_at,
    started_at: null,
    completed_at: null,
    error: null,
  };
  queries.setQueryData(statusKey(submitted.job_id), status);
  void queries.invalidateQueries({ queryKey: ['quota'] });
  void queries.invalidateQueries({ queryKey: historyKey });
}
