/**
 * What the page may know of its session. The tokens are in httpOnly cookies; the only readable one carries the CSRF
 * token, whose presence also tells that a session was opened in this browser and not closed since.
 */

const csrfCookie = '__Host-csrf';

/** The value to send in `X-CSRF-Token`, or null when no session was opened. */
export function csrfToken(cookies: string = document.cookie): string | null {
  for (const pair of cookies.split('; ')) {
    const separator = pair.indexOf('=');
    if (pair.slice(0, separator) === csrfCookie) return decodeURIComponent(pair.slice(separator + 1));
  }
  return null;
}

/** A hint, not a proof: the server may have ended the session. */
export function hasSession(): boolean {
  return csrfToken() !== null;
}

/**
 * A path of this site that is safe to go to after signing in; anything else becomes the start page of the app. Read as the
 * browser would: it drops tabs and line breaks and takes backslashes for slashes, which turn a path into another site.
 */
export function safeReturnTo(value: string | null, fallback = '/reviews/new'): string {
  if (!value?.startsWith('/') || !URL.canParse(value, location.origin)) return fallback;
  const { origin, pathname, search, hash } = new URL(value, location.origin);
  return origin === location.origin && !pathname.startsWith('//') ? pathname + search + hash : fallback;
}

/** Why a session ended: somebody signed out, or the server no longer accepts it. */
export type SignedOut = 'by-choice' | 'expired';

type Listener = (reason: SignedOut) => void;

const listeners = new Set<Listener>();
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('session');
channel?.addEventListener('message', ({ data }: MessageEvent<SignedOut>) => tell(data));

/** Calls back when the session ended, in this tab or in another. Returns the way to stop. */
export function onSignedOut(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells every tab that the session is over. */
export function announceSignedOut(reason: SignedOut): void {
  tell(reason);
  channel?.postMessage(reason);
}

function tell(reason: SignedOut): void {
  for (const listener of listeners) listener(reason);
}
