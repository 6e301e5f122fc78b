/** Workflows that review code: their results are findings and a verdict, with a model or without. */
export const reviewingWorkflows = [
  'quick_code_review',
  'code_analysis',
  'security_audit',
  'comprehensive_feature_review',
] as const;

export function isReview(workflow: string): boolean {
  return reviewingWorkflows.some((name) => name === workflow);
}

/** Where a job is shown. */
export function addressOfJob(workflow: string, jobId: string): string {
  return isReview(workflow) ? `/reviews/${jobId}` : `/runs/${jobId}`;
}
