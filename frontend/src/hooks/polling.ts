import type { JobStatus } from '@/types/review';
import { hasEnded } from './useReview';

const whileRunningMs = 5_000;
const whileWaitingMs = 30_000;

interface Listed {
  readonly data?: { readonly items: readonly { readonly status: JobStatus }[] } | undefined;
  readonly error: Error | null;
}

/**
 * How soon a list of jobs is asked for again, in milliseconds: soon while one is at work; seldom while they only wait for a person,
 * or when the last answer was a failure; never once all have ended. A tab that nobody sees asks for nothing.
 */
export function pollOf({ state: { data, error } }: { state: Listed }): number | false {
  const open = data?.items.filter(({ status }) => !hasEnded(status)) ?? [];
  if (open.length === 0) return false;
  const working = open.some(({ status }) => status !== 'awaiting_approval');
  return working && !error ? whileRunningMs : whileWaitingMs;
}
