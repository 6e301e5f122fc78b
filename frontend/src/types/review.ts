/** The contract's words under the names that the product uses. */
export type {
  Category,
  Coverage,
  Fix,
  FocusArea,
  Gate,
  Issue,
  IssueCounts,
  JobStatus,
  Language,
  Metrics,
  ReviewListItem,
  ReviewResults,
  ReviewStatus,
  Severity,
  SubmittedReview,
  Triage,
  TriageDecision,
  TriageReason,
  TriageState,
  User,
  Verdict,
} from '@/services/generated/types.gen';

import type { SubmittedFiles } from '@/services/generated/types.gen';

export type SourceFile = SubmittedFiles['items'][number];
