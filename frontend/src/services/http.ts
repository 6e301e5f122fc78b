import axios, { AxiosError, type AxiosInstance, type InternalAxiosRequestConfig } from 'axios';
import { announceSignedOut, csrfToken } from './session';
import { traceparent } from './trace';

const safeMethods = new Set(['get', 'head', 'options']);
const refreshPath = '/api/v1/auth/refresh';
/** These answer 401 for their own reasons; a refresh would not help them. */
const sessionOpeners = new Set(['/api/v1/auth/login', '/api/v1/auth/register', refreshPath]);
/** Answers to a refresh that mean the session is over, not that the service is busy or down. */
const refusals = new Set([400, 401, 403]);
/** Written by the tab that refreshed, so that a tab that waited for it does not refresh again. */
const refreshStamp = 'session.refreshed';

type Request = InternalAxiosRequestConfig & { replayed?: boolean };

/**
 * Adds the session's rules to a client of this origin: a trace for each request, the CSRF token on unsafe ones, and on 401 one
 * refresh shared by all requests and tabs, after which the request is sent once more. When the refresh is refused, the session is
 * announced as over and the first answer is passed on.
 */
export function addSession(http: AxiosInstance): void {
  const refresh = sharedRefresh();

  http.interceptors.request.use((request) => {
    request.headers.set('traceparent', traceparent());
    const token = csrfToken();
    if (token && !safeMethods.has((request.method ?? 'get').toLowerCase())) {
      request.headers.set('X-CSRF-Token', token);
    }
    return request;
  });

  http.interceptors.response.use(undefined, async (error: unknown) => {
    const request = error instanceof AxiosError ? (error.config as Request | undefined) : undefined;
    const expired = error instanceof AxiosError && error.response?.status === 401;
    if (!request || !expired || request.replayed || sessionOpeners.has(request.url ?? '')) throw error;
    if (!(await refresh())) {
      announceSignedOut('expired');
      throw error;
    }
    request.replayed = true;
    return http.request(request);
  });
}

function sharedRefresh(): () => Promise<boolean> {
  let underway: Promise<boolean> | null = null;
  return () => {
    underway ??= refreshInOneTab().finally(() => {
      underway = null;
    });
    return underway;
  };
}

/** True when the cookies are fresh, whichever tab did it. Only one tab refreshes: a refresh token works once. */
async function refreshInOneTab(): Promise<boolean> {
  const seen = localStorage.getItem(refreshStamp);
  const attempt = async (): Promise<boolean> => {
    if (localStorage.getItem(refreshStamp) !== seen) return true;
    const token = csrfToken();
    try {
      await axios.post(refreshPath, {}, { headers: token ? { 'X-CSRF-Token': token } : {} });
    } catch (failure) {
      if (failure instanceof AxiosError && refusals.has(failure.response?.status ?? 0)) return false;
      throw failure;
    }
    localStorage.setItem(refreshStamp, String(Date.now()));
    return true;
  };
  // Web Locks are missing only on insecure origins, where the cookies would not work either.
  return 'locks' in navigator ? navigator.locks.request('session-refresh', attempt) : attempt();
}
