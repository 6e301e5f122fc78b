import { allowLink, linkProvider, loginWithGithub, loginWithGoogle } from './api';
import type { User } from '@/types/review';

/** Those that this page knows the way of; the server says which of them it has an agreement with. */
const operations = { google: loginWithGoogle, github: loginWithGithub };

export type ProviderName = keyof typeof operations;

export const providerLabels: Readonly<Record<ProviderName, string>> = { google: 'Google', github: 'GitHub' };

export function isProviderName(name: string | undefined): name is ProviderName {
  return name !== undefined && Object.hasOwn(operations, name);
}

const targetKey = 'sign-in.return_to';
const purposeKey = 'sign-in.purpose';

/** Begins a visit to the provider; answers where to go. The target is kept in this tab and never leaves it. */
export async function startSignIn(name: ProviderName, target: string): Promise<string> {
  const { data } = await operations[name]();
  if (!('authorization_url' in data)) throw new TypeError('expected an address to go to');
  sessionStorage.setItem(targetKey, target);
  sessionStorage.removeItem(purposeKey);
  return data.authorization_url;
}

/** Ends the visit with what the provider put into the address. Works once for each start. */
export async function completeSignIn(name: ProviderName, code: string, state: string): Promise<User> {
  const { data } = await operations[name]({ body: { code, state } });
  if (!('user' in data)) throw new TypeError('expected a session');
  return data.user;
}

/**
 * Begins a visit that is to link the provider with the account signed in; answers where to go. What it was begun for is kept in
 * this tab to ask the server for the right thing; the server knows it too, and lets no visit end as something else.
 */
export async function startLink(name: ProviderName): Promise<string> {
  await allowLink({ path: { provider: name } });
  const { data } = await linkProvider({ path: { provider: name } });
  if (!data) throw new TypeError('expected an address to go to');
  sessionStorage.setItem(purposeKey, 'link');
  return data.authorization_url;
}

/** Ends such a visit. Works once for each start. */
export async function completeLink(name: ProviderName, code: string, state: string): Promise<void> {
  await linkProvider({ path: { provider: name }, body: { code, state } });
}

/** Whether the visit was begun to link an account, not to sign in. */
export function isLinking(): boolean {
  return sessionStorage.getItem(purposeKey) === 'link';
}

/** Where the person wanted to go before they left. */
export function signInTarget(): string | null {
  return sessionStorage.getItem(targetKey);
}
