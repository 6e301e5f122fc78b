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
  Issue,
  IssueCounts,
  JobStatus,
  Language,
  Metrics,
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
  ReviewListItem,
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
  ReviewResults as Described,
  SubmittedFiles,
} from '@/services/generated/types.gen';

export type Outcome = 'APPROVE' | 'NEEDS_WORK' | 'REJECT' | 'FAILED';

/** What one part of a comprehensive review came to. */
export interface DecisionPart {
  readonly name: string;
  readonly agent?: string | null;
  readonly outcome: Outcome;
  readonly summary: string;
}

/** What a comprehensive review came to as a whole. */
export interface ReviewDecision {
  readonly decision: Outcome;
  readonly summary: string;
  readonly reasons?: readonly string[];
  readonly parts: readonly DecisionPart[];
}

export type ReviewResults = Described & {
  readonly results: { readonly decision?: ReviewDecision | null };
};

export type SourceFile = SubmittedFiles['items'][number];

/** What a page of the history can be narrowed to. */
export type HistoryQuery = NonNullable<ListExecutionsData['query']>;

/** A period of the analytics. */
export type AnalyticsQuery = NonNullable<GetOverviewData['query']>;
