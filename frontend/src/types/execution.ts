import type {
  AgentUsage,
  Execution as Described,
  Turn as DescribedTurn,
} from '@/services/generated/types.gen';

/** One agent's message in a job. */
export type Turn = DescribedTurn & {
  /** Names the conversation within the job; nested ones go on side by side. */
  readonly conversation?: string | null;
  readonly kind?: 'spoke' | 'chose' | 'decided' | 'failed' | 'overdrawn' | null;
  readonly model?: string | null;
  readonly duration_seconds?: number | null;
  readonly cost_usd?: number | null;
};

export type Decision = 'approve' | 'reject';

/** What a person is, or was, asked before the job goes on. */
export interface Approval {
  readonly step: string;
  readonly prompt: string;
  /** What is to be approved, as Markdown. */
  readonly plan?: string | null;
  /** Names exactly the plan that was shown. */
  readonly plan_hash?: string | null;
  readonly expires_at: string;
  readonly decision?: Decision | null;
  readonly comment?: string | null;
  readonly answered_at?: string | null;
}

/** What every product says of itself. */
interface Product {
  readonly summary?: string | null;
  /** False when something was left out; the notes say what. */
  readonly complete?: boolean;
  readonly notes?: readonly string[];
}

/** What came of a job that is no review, told apart by `kind`. */
export type RunResult = Product &
  (
    | { readonly kind: 'document'; readonly title: string; readonly markdown: string }
    | {
        readonly kind: 'plan';
        readonly markdown?: string | null;
        readonly steps?: readonly PlanStep[];
        readonly risks?: readonly string[];
        readonly checklist: readonly { readonly text: string; readonly done: boolean | null }[];
        readonly decision?: Decision | null;
      }
    | {
        readonly kind: 'answer';
        readonly markdown: string;
        /** What is said, each with the number of its source (from 1) and the words found there. */
        readonly claims?: readonly Claim[];
        readonly sources: readonly Source[];
      }
  );

export interface PlanStep {
  readonly title: string;
  readonly detail: string;
  readonly based_on?: readonly string[];
  readonly rollback?: string | null;
}

export interface Claim {
  readonly claim: string;
  readonly source: number;
  readonly quote: string;
}

/** Where something was read: on the web, or in the code. */
export interface Source {
  readonly title: string;
  readonly url?: string | null;
  readonly path?: string | null;
  readonly line?: number | null;
}

/** A job with what its agents said. */
export type Execution = Omit<Described, 'transcript'> & {
  readonly transcript: readonly Turn[];
  readonly approval?: Approval | null;
  readonly agents?: readonly AgentUsage[];
  readonly results?: RunResult | null;
};
