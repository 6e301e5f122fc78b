import { QueryClient } from '@tanstack/react-query';
import { cameTooSoon, isTransient, mostTries, problemOf } from './problem';

/** Whether a question is asked again: as often as it only came too soon, and twice when the server did not answer. */
function asksAgain(failures: number, error: Error): boolean {
  const problem = problemOf(error);
  return cameTooSoon(problem) ? failures < mostTries : failures < 2 && isTransient(problem);
}

function waitMs(attempt: number, error: Error): number {
  const problem = problemOf(error);
  return cameTooSoon(problem) ? 1000 * (problem.retryAfter ?? 1) : Math.min(4_000, 500 * 2 ** attempt);
}

/** All server state. A refusal is final; what came too soon waits for as long as the server asks. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Offline, too, questions are asked and fail, rather than wait for ever: what is kept is then shown.
      queries: {
        networkMode: 'always',
        staleTime: 15_000,
        retry: asksAgain,
        retryDelay: waitMs,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

export const queryClient = createQueryClient();
