import axios, { type AxiosInstance } from 'axios';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { server } from '@/test/server';
import { addSession } from './http';
import { problemOf } from './problem';
import { onSignedOut } from './session';

const api = 'https://app.test/api/v1';

/** A server whose access token has run out; refreshing works as often as allowed. */
function expiredSession(refreshStatus = 200) {
  const calls = { refreshes: 0, csrf: [] as (string | null)[] };
  let fresh = false;
  server.use(
    http.all(`${api}/things`, ({ request }) => {
      calls.csrf.push(request.headers.get('X-CSRF-Token'));
      return fresh ? HttpResponse.json({ ok: true }) : new HttpResponse(null, { status: 401 });
    }),
    http.post(`${api}/auth/refresh`, ({ request }) => {
      calls.refreshes += 1;
      calls.csrf.push(request.headers.get('X-CSRF-Token'));
      fresh = refreshStatus === 200;
      return new HttpResponse(null, { status: refreshStatus });
    }),
  );
  return calls;
}

let client: AxiosInstance;

beforeEach(() => {
  document.cookie = '__Host-csrf=token-1; Secure; Path=/';
  client = axios.create();
  addSession(client);
});

describe('the session of a client', () => {
  it('refreshes once for requests that fail together, and sends each again', async () => {
    const calls = expiredSession();
    const answers = await Promise.all([client.get(`/api/v1/things`), client.get(`/api/v1/things`)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(calls.refreshes).toBe(1);
  });

  it('does not refresh when another tab did so meanwhile', async () => {
    const calls = expiredSession();
    vi.stubGlobal('navigator', {
      locks: {
        request: (_name: string, work: () => Promise<boolean>) => {
          localStorage.setItem('session.refreshed', 'by another tab');
          return work();
        },
      },
    });
    await expect(client.get('/api/v1/things')).rejects.toThrow('401');
    expect(calls.refreshes).toBe(0);
  });

  it('sends the CSRF token with unsafe requests and the refresh, not with reads', async () => {
    const calls = expiredSession();
    await client.post('/api/v1/things', {});
    await client.get('/api/v1/things');
    expect(calls.csrf).toEqual(['token-1', 'token-1', 'token-1', null]);
  });

  it('says that the session is over when the refresh is refused', async () => {
    expiredSession(401);
    const ended: string[] = [];
    const stop = onSignedOut((reason) => ended.push(reason));
    await expect(client.get('/api/v1/things')).rejects.toThrow('401');
    stop();
    expect(ended).toEqual(['expired']);
  });

  it.each([429, 503])('keeps the session when the refresh answers %i', async (status) => {
    expiredSession(status);
    const ended: string[] = [];
    const stop = onSignedOut((reason) => ended.push(reason));
    const failure: unknown = await client.get('/api/v1/things').catch((error: unknown) => error);
    stop();
    expect(problemOf(failure).status).toBe(status);
    expect(ended).toEqual([]);
  });

  it('does not try to refresh for a refused sign-in', async () => {
    const calls = expiredSession();
    server.use(http.post(`${api}/auth/login`, () => new HttpResponse(null, { status: 401 })));
    await expect(client.post('/api/v1/auth/login', {})).rejects.toThrow('401');
    expect(calls.refreshes).toBe(0);
  });
});
