import { QueryClient } from '@tanstack/react-query';
import { isTransient, problemOf } from './problem';

/** All server state. A refusal is final; a server that did not answer is asked twice more. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Offline, too, questions are asked and fail, rather than wait for ever: what is kept is then shown.
      queries: {
        networkMode: 'always',
        staleTime: 15_000,
        retry: (failures, error) => failures < 2 && isTransient(problemOf(error)),
        retryDelay: (attempt) => Math.min(4_000, 500 * 2 ** attempt),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

export const queryClient = createQueryClient();
