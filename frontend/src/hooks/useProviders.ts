import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { listProviders } from '@/services/api';
import { completeSignIn, isProviderName, startSignIn, type ProviderName } from '@/services/providerSignIn';
import { useOpenedSession } from './useSession';

/** The providers that people can sign in with here. */
export function useProviders() {
  return useQuery({
    queryKey: ['providers'],
    queryFn: async ({ signal }) =>
      (await listProviders({ signal })).data.items.map(({ name }) => name).filter(isProviderName),
    staleTime: 300_000,
  });
}

/** Leaves for a provider; the page ends when it works. */
export function useStartSignIn(leave: (address: string) => void = goTo) {
  return useMutation({
    mutationFn: ({ name, target }: { name: ProviderName; target: string }) => startSignIn(name, target),
    onSuccess: leave,
  });
}

function goTo(address: string): void {
  window.location.assign(address);
}

/** Null while it is under way. */
type Outcome = { readonly error: unknown } | null;

/** Ends a visit as soon as the page is there, once: the second attempt with the same code would be refused. */
export function useCompletedSignIn(visit: Visit | null, onSignedIn: () => void): Outcome {
  const [outcome, setOutcome] = useState<Outcome>(null);
  const opened = useOpenedSession();
  const begun = useRef(false);
  useEffect(() => {
    if (!visit || begun.current) return;
    begun.current = true;
    completeSignIn(visit.name, visit.code, visit.state).then(
      (user) => {
        opened(user);
        onSignedIn();
      },
      (error: unknown) => setOutcome({ error }),
    );
  }, [visit, opened, onSignedIn]);
  return outcome;
}

export interface Visit {
  readonly name: ProviderName;
  readonly code: string;
  readonly state: string;
}
