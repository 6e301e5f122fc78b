import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  changePassword,
  createApiKey,
  deleteAccount,
  deleteApiKey,
  deleteAvatar,
  endSession,
  getPreferences,
  listApiKeys,
  listSessions,
  setAvatar,
  setPreferences,
  updateProfile,
} from '@/services/api';
import { smallPicture } from '@/utils/smallPicture';
import { clearDrafts } from '@/services/draft';
import { announceSignedOut } from '@/services/session';
import type { ApiKeyRequest, NewApiKey, Preferences, ProfileChange, User } from '@/types/review';
import { avatarKey, profileKey } from './useSession';

const sessionsKey = ['sessions'];
const apiKeysKey = ['api-keys'];
const preferencesKey = ['preferences'];

export function useUpdateProfile() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (change: ProfileChange): Promise<User> => (await updateProfile({ body: change })).data,
    onSuccess: (user) => queries.setQueryData(profileKey, user),
  });
}

/** Sets the picture, made small first, or removes it. */
export function useSetAvatar() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (file: File | null): Promise<string | null> => {
      if (!file) {
        await deleteAvatar();
        return null;
      }
      const picture = await smallPicture(file);
      await setAvatar({ body: { picture: picture.slice(picture.indexOf(',') + 1) } });
      return picture;
    },
    onSuccess: (picture) => queries.setQueryData(avatarKey, picture),
  });
}

/** Changes the password, which ends every other session. */
export function useChangePassword() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ current, next }: { current: string; next: string }) => {
      await changePassword({ body: { current_password: current, new_password: next } });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: sessionsKey }),
  });
}

/** Where the person is signed in. */
export function useSessions() {
  return useQuery({
    queryKey: sessionsKey,
    queryFn: async ({ signal }) => (await listSessions({ signal })).data.items,
  });
}

export function useEndSession() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      await endSession({ path: { id } });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsKey }),
  });
}

export function useApiKeys() {
  return useQuery({
    queryKey: apiKeysKey,
    queryFn: async ({ signal }) => (await listApiKeys({ signal })).data.items,
  });
}

/** Makes a key. The answer is the only place where it can be read. */
export function useCreateApiKey() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (request: ApiKeyRequest): Promise<NewApiKey> =>
      (await createApiKey({ body: request })).data,
    onSuccess: () => queries.invalidateQueries({ queryKey: apiKeysKey }),
  });
}

export function useDeleteApiKey() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      await deleteApiKey({ path: { id } });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: apiKeysKey }),
  });
}

/** Deletes the account with everything it owns, and ends this session in every tab. */
export function useDeleteAccount() {
  return useMutation({
    mutationFn: async () => {
      await deleteAccount();
    },
    onSuccess: () => {
      clearDrafts();
      announceSignedOut('by-choice');
    },
  });
}

export function usePreferences() {
  return useQuery({
    queryKey: preferencesKey,
    queryFn: async ({ signal }) => (await getPreferences({ signal })).data,
  });
}

/** Changes the preferences at once, and takes that back when the server refuses. */
export function useSetPreferences() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (preferences: Preferences): Promise<Preferences> =>
      (await setPreferences({ body: preferences })).data,
    onMutate: async (next) => {
      await queries.cancelQueries({ queryKey: preferencesKey });
      const before = queries.getQueryData<Preferences>(preferencesKey);
      queries.setQueryData(preferencesKey, next);
      return before;
    },
    onError: (_error, _next, before) => queries.setQueryData(preferencesKey, before),
    onSuccess: (saved) => queries.setQueryData(preferencesKey, saved),
  });
}
