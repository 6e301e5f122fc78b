import type { Issue, Severity } from '@/types/review';

/** What an agent holds against a finding: another severity, or null when it holds the finding wrong. */
export interface Disagreement {
  readonly agent: string;
  readonly reason: string;
  readonly severity: Severity | null;
}

/** Results that are older than disagreements have none. */
export function disagreementsOf(issue: Issue & { readonly disagreements?: readonly Disagreement[] }) {
  return issue.disagreements ?? [];
}
