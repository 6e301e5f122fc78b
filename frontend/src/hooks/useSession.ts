import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { getAvatar, getProfile, login, logout, register } from '@/services/api';
import { claimDrafts, clearDrafts } from '@/services/draft';
import { forgetCopies } from '@/services/offlineCopies';
import { announceSignedOut, hasSession } from '@/services/session';
import type { User } from '@/types/review';

/** Where the cache keeps who is signed in. */
export const profileKey = ['profile'];

/** Who is signed in; not asked while this browser has no session. */
export function useProfile() {
  return useQuery({
    queryKey: profileKey,
    // Kept here for a minute, and forgotten when it changes; the browser's own copy would not know of that.
    queryFn: async ({ signal }) =>
      (await getProfile({ signal, headers: { 'Cache-Control': 'no-cache' } })).data,
    enabled: hasSession,
    staleTime: 60_000,
  });
}

/** Where the cache keeps the picture of the person signed in. */
export const avatarKey = ['avatar'];

/** The picture of the person signed in, as an address for an image; null when there is none. */
export function useAvatar() {
  return useQuery({
    queryKey: avatarKey,
    queryFn: async ({ signal }) => {
      const { media_type, picture } = (await getAvatar({ signal })).data;
      return media_type && picture ? `data:${media_type};base64,${picture}` : null;
    },
    enabled: hasSession,
    staleTime: 600_000,
  });
}

/** Opens a session. The tokens in the answer are for other clients; here the cookies count. */
export function useSignIn() {
  const opened = useOpenedSession();
  return useMutation({
    mutationFn: async (credentials: { email: string; password: string }): Promise<User> =>
      (await login({ body: credentials })).data.user,
    onSuccess: opened,
  });
}

/** What changes in the page when somebody has signed in, in whichever way. */
export function useOpenedSession(): (user: User) => void {
  const queries = useQueryClient();
  return useCallback(
    (user) => {
      queries.clear();
      void forgetCopies();
      claimDrafts(user.id);
      queries.setQueryData(profileKey, user);
    },
    [queries],
  );
}

export interface Registration {
  email: string;
  username: string;
  password: string;
  fullName: string;
}

/** Creates an account; signing in is the next step. */
export function useRegister() {
  return useMutation({
    mutationFn: async ({ email, username, password, fullName }: Registration): Promise<User> =>
      (await register({ body: { email, username, password, full_name: fullName || null } })).data,
  });
}

/** Ends the session in every tab, and forgets what was cached of it. */
export function useSignOut() {
  return useMutation({
    mutationFn: async () => {
      await logout();
    },
    onSuccess: () => {
      clearDrafts();
      announceSignedOut('by-choice');
    },
  });
}
