import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { estimateReview, getOptions } from '@/services/api';
import type { RepositoryRequest } from './useReview';

const freshMs = 60_000;

export const optionsKey = ['submission options'];

/**
 * Sizes are told in steps, so that typing does not ask again with every letter; of an eighth to a quarter, because the server
 * looks for earlier runs about as large.
 */
function inSteps(bytes: number): number {
  const step = 2 ** Math.max(5, Math.floor(Math.log2(bytes)) - 2);
  return Math.ceil(bytes / step) * step;
}

/** What an estimate is about; of files only paths and sizes are sent, never the code. */
export interface Estimated {
  readonly workflow: string;
  readonly project: string | null;
  readonly files: readonly Sized[];
  /** Looked at instead of files. */
  readonly repository?: RepositoryRequest | null;
  /** Whether the workflow can run without either. */
  readonly needsNoCode?: boolean;
}

/** A file, of which only this is told. */
export interface Sized {
  readonly path: string;
  readonly bytes: number;
}

/** What a run of it would take; not asked for while there is nothing to run. */
export function useEstimate({ workflow, project, files, repository, needsNoCode = false }: Estimated) {
  const sized = files.map(({ path, bytes }) => ({
    path,
    size_bytes: inSteps(bytes),
  }));
  const body = {
    workflow,
    project_id: project,
    ...(sized.length > 0 ? { files: sized } : {}),
    ...(repository ? { repository } : {}),
  };
  return useQuery({
    queryKey: ['estimate', workflow, project, sized, repository],
    queryFn:
      sized.length > 0 || repository || needsNoCode
        ? async ({ signal }) => (await estimateReview({ body, signal })).data
        : skipToken,
    placeholderData: keepPreviousData,
    staleTime: freshMs,
  });
}

/** What submissions may ask for here: repositories, comments, how much money. */
export function useSubmissionOptions() {
  return useQuery({
    queryKey: optionsKey,
    queryFn: async ({ signal }) => (await getOptions({ signal })).data,
    staleTime: freshMs,
  });
}
