import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { listIdentities, listProviders, unlinkIdentity } from '@/services/api';
import {
  completeLink,
  completeSignIn,
  isProviderName,
  startLink,
  startSignIn,
  type ProviderName,
} from '@/services/providerSignIn';
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

const identitiesKey = ['identities'];

/** The ways into the account of the person signed in. */
export function useIdentities() {
  return useQuery({
    queryKey: identitiesKey,
    queryFn: async ({ signal }) => (await listIdentities({ signal })).data,
  });
}

/** Leaves for a provider to link it; the page ends when it works. */
export function useStartLink(leave: (address: string) => void = goTo) {
  return useMutation({ mutationFn: startLink, onSuccess: leave });
}

export function useUnlink() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (provider: ProviderName) => {
      await unlinkIdentity({ path: { provider } });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: identitiesKey }),
  });
}

function goTo(address: string): void {
  window.location.assign(address);
}

/** Null while it is under way. */
type Outcome = { readonly error: unknown } | null;

/** Signs in as soon as the page is there. */
export function useCompletedSignIn(visit: Visit | null, onSignedIn: () => void): Outcome {
  const opened = useOpenedSession();
  return useCompleted(visit, async ({ name, code, state }) => {
    opened(await completeSignIn(name, code, state));
    onSignedIn();
  });
}

/** Links as soon as the page is there. */
export function useCompletedLink(visit: Visit | null, onLinked: () => void): Outcome {
  const queries = useQueryClient();
  return useCompleted(visit, async ({ name, code, state }) => {
    await completeLink(name, code, state);
    await queries.invalidateQueries({ queryKey: identitiesKey });
    onLinked();
  });
}

/** Ends a visit once: the second attempt with the same code would be refused. */
function useCompleted(visit: Visit | null, complete: (visit: Visit) => Promise<void>): Outcome {
  const [outcome, setOutcome] = useState<Outcome>(null);
  const begun = useRef(false);
  const end = useEffectEvent((back: Visit) => {
    complete(back).catch((error: unknown) => setOutcome({ error }));
  });
  useEffect(() => {
    if (!visit || begun.current) return;
    begun.current = true;
    end(visit);
  }, [visit]);
  return outcome;
}

export interface Visit {
  readonly name: ProviderName;
  readonly code: string;
  readonly state: string;
}
