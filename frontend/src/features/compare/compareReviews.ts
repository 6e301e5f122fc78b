import type { Issue, ReviewResults } from '@/types/review';
import { severityRank } from '@/utils/severity';

/** What became of the findings between two reviews. */
export interface Comparison {
  readonly fresh: readonly Issue[];
  readonly worsened: readonly Issue[];
  readonly unchanged: readonly Issue[];
  /** Of the earlier review. */
  readonly gone: readonly Issue[];
}

/**
 * Compares by what findings are, not by where they stand. Where the server has compared these two, its answer holds: it
 * knows which files were read.
 */
export function compareReviews(before: ReviewResults, after: ReviewResults): Comparison {
  const issues = after.results.issues;
  const ofChange = (change: Issue['change']): Issue[] => issues.filter((issue) => issue.change === change);
  if (after.baseline_job_id === before.job_id) {
    return {
      fresh: ofChange('new'),
      worsened: ofChange('worsened'),
      unchanged: ofChange('unchanged'),
      gone: after.results.gone,
    };
  }
  const earlier = new Map(before.results.issues.map((issue) => [issue.fingerprint, issue]));
  const now = new Set(issues.map(({ fingerprint }) => fingerprint));
  const found = { fresh: [] as Issue[], worsened: [] as Issue[], unchanged: [] as Issue[] };
  for (const issue of issues) {
    const known = earlier.get(issue.fingerprint);
    if (!known) found.fresh.push(issue);
    else if (severityRank(issue.severity) < severityRank(known.severity)) found.worsened.push(issue);
    else found.unchanged.push(issue);
  }
  const read = new Set(
    after.coverage.files.filter(({ status }) => status === 'reviewed').map(({ path }) => path),
  );
  // What stood in a file that was not wholly read, or not submitted, is not known to be gone.
  const gone = before.results.issues.filter(
    ({ fingerprint, file_path }) => !now.has(fingerprint) && read.has(file_path),
  );
  return { ...found, gone };
}
