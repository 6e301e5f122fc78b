import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { estimateReview, getOptions } from '@/services/api';

const freshMs = 60_000;
/** Sizes are told in steps, so that typing does not ask again with every letter. */
const stepBytes = 2_048;

/** What an estimate is about; of files only paths and sizes are sent, never the code. */
export interface Estimated {
  readonly workflow: string;
  readonly project: string | null;
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
}

/** What a run of it would take; not asked for while there is nothing to run. */
export function useEstimate({ workflow, project, files }: Estimated) {
  const sized = files.map(({ path, bytes }) => ({
    path,
    size_bytes: Math.ceil(bytes / stepBytes) * stepBytes,
  }));
  return useQuery({
    queryKey: ['estimate', workflow, project, sized],
    queryFn:
      sized.length === 0
        ? skipToken
        : async ({ signal }) =>
            (await estimateReview({ body: { workflow, project_id: project, files: sized }, signal })).data,
    placeholderData: keepPreviousData,
    staleTime: freshMs,
    retry: false,
  });
}

/** What submissions may ask for here: repositories, comments, how much money. */
export function useSubmissionOptions() {
  return useQuery({
    queryKey: ['submission options'],
    queryFn: async ({ signal }) => (await getOptions({ signal })).data,
    staleTime: freshMs,
  });
}
