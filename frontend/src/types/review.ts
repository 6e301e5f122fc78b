/** The contract's words under the names that the product uses. */
export type {
  Account as ManagedAccount,
  ApiKey,
  ApiKeyRequest,
  Category,
  Coverage,
  Fix,
  FocusArea,
  Gate,
  GateCondition,
  Identities,
  Issue,
  IssueCounts,
  JobStatus,
  Language,
  Metrics,
  MonthlySpend,
  NewApiKey,
  NewProject,
  Overview,
  Preferences,
  ProfileChange,
  Project,
  ProjectChange,
  QualityGate,
  Quota,
  QuotaUse,
  RepositoryAccess,
  ReviewDecision,
  ReviewListItem,
  ReviewResults,
  ReviewStatus,
  Rule,
  RuleSummary,
  Scope,
  Session,
  Severity,
  SubmittedReview,
  TriageDecision,
  TriageReason,
  TriageState,
  User,
  Verdict,
  Workflow,
} from '@/services/generated/types.gen';

import type {
  GetOverviewData,
  ListExecutionsData,
  ReviewDecision,
  SubmittedFiles,
} from '@/services/generated/types.gen';

/** What one part of a comprehensive review came to. */
export type DecisionPart = ReviewDecision['parts'][number];
export type Outcome = DecisionPart['outcome'];

export type SourceFile = SubmittedFiles['items'][number];

/** What a page of the history can be narrowed to. */
export type HistoryQuery = NonNullable<ListExecutionsData['query']>;

/** A period of the analytics. */
export type AnalyticsQuery = NonNullable<GetOverviewData['query']>;
