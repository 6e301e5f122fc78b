/** The contract's words for runs of workflows, under the names that the product uses. */
import type { AnswerProduct, ApprovalAnswer, Execution, PlanProduct } from '@/services/generated/types.gen';

export type { Execution, Turn } from '@/services/generated/types.gen';

export type Decision = ApprovalAnswer['decision'];

/** What came of a job that is no review, told apart by `kind`. */
export type RunResult = NonNullable<Execution['results']>;

export type Plan = PlanProduct;
export type PlanStep = NonNullable<PlanProduct['steps']>[number];
export type Claim = NonNullable<AnswerProduct['claims']>[number];
export type Source = AnswerProduct['sources'][number];
