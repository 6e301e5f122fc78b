import { cleanup, screen, waitFor } from '@testing-library/react';
import { http, HttpResponse, type JsonBodyType } from 'msw';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { m } from '@/i18n/messages';
import { queryClient } from '@/services/queryClient';
import {
  aRepositoryAccess,
  aHistoryItem,
  aProject,
  aStatus,
  aUser,
  anOverview,
  jobId,
  projectId,
  sample,
  sampleFile,
} from './builders';
import { LiveSocket } from './liveSocket';
import { openAt, signedIn } from './render';
import { server } from './server';

const page = (...items: unknown[]): unknown => ({ items, next_cursor: null });
const use = { limit: 50, used: 3, remaining: 47, renews_at: '2026-01-16T00:00:00Z' };
const workflow = {
  name: 'research',
  version: 1,
  title: 'Research',
  description: 'Answers questions.',
  pattern: 'group_chat',
  agents: [{ name: 'research_agent', role: 'Looks things up' }],
  asks_for_approval: false,
  typical_seconds: { min: 20, max: 60 },
  available: true,
  unavailable_reason: null,
  input_schema: { type: 'object', properties: { question: { type: 'string' } } },
};
const rule = {
  id: 'python/weak-hash',
  language: 'python',
  title: 'Weak hash function',
  severity: 'medium',
  category: 'security',
  cwe: [],
  confidence: 0.7,
  rewrites: false,
  why: 'Collisions.',
  fix: 'Use another.',
  bad: ['md5()'],
  good: [],
  analyser: null,
};
const session = {
  id: 'here',
  current: true,
  address: '192.0.2.7',
  agent: 'curl/8.5',
  created_at: '2026-01-15T09:30:00Z',
  refreshed_at: '2026-01-15T09:30:00Z',
  expires_at: '2026-01-22T09:30:00Z',
};
const review = `/code-review/${jobId}`;

/** What the server answers to each read that a page may make. */
const answersTo: Readonly<Record<string, unknown>> = {
  '/users/me': aUser({ role: 'admin' }),
  '/users/me/quota': { reviews_per_day: use, usd_per_month: use },
  '/code-review/options': {
    repository_hosts: ['github.com'],
    posts_comments: false,
    models: [],
    highest_max_usd: null,
    prices_as_of: '2026-05-01',
  },
  '/users/me/avatar': { media_type: null, picture: null },
  '/users/me/identities': { has_password: true, items: [] },
  '/users/me/sessions': page(session),
  '/users/me/api-keys': page(),
  '/users/me/repository-access': aRepositoryAccess(),
  '/users/me/preferences': { theme: 'system', notifications: {} },
  '/projects': page(aProject()),
  [`/projects/${projectId}`]: aProject(),
  [`/projects/${projectId}/reviews`]: page(aHistoryItem()),
  '/workflows': page(workflow),
  '/workflows/research': workflow,
  '/workflows/history': page(aHistoryItem()),
  [`/workflows/history/${jobId}`]: {
    ...aHistoryItem(),
    progress: 100,
    step: 'completed',
    error: null,
    duration_seconds: 4.5,
    transcript: [],
    transcript_complete: true,
  },
  [review]: aStatus({ status: 'completed', progress: 100 }),
  [`${review}/results`]: JSON.parse(sample('results')) as unknown,
  [`${review}/files`]: page(sampleFile),
  [`${review}/ratings`]: page(),
  '/analytics/overview': anOverview(),
  '/analytics/rules': { rules: [] },
  '/rules': page(rule),
  '/rules/python/weak-hash': rule,
  '/admin/users': page(),
  '/admin/spending': { month: '2026-01', total_usd: 0, items: [], next_cursor: null },
};

const finding = 'b41d7c2e90a3f586';
const addresses = [
  '/dashboard',
  '/reviews/new',
  '/history',
  '/projects',
  `/projects/${projectId}`,
  `/projects/${projectId}?tab=reviews`,
  `/projects/${projectId}?tab=settings`,
  '/workflows',
  '/workflows/research',
  '/rules',
  '/rules/python/weak-hash',
  `/reviews/${jobId}?finding=${finding}`,
  `/reviews/${jobId}/transcript`,
  '/settings/profile',
  '/settings/security',
  '/settings/keys',
  '/settings/repositories',
  '/settings/notifications',
  '/administration',
  '/administration?tab=spending',
];

/** The frame asks these on every page, for a picture of the person and for choices; where they are the content they are walked. */
const ofTheFrame = new Set(['/users/me', '/users/me/avatar', '/auth/providers']);

const problem = { title: 'Refused', status: 500, detail: 'The server says why.', request_id: 'req-4711' };

/** Serves every read, except that one path behaves otherwise; the returned set collects the paths that were asked. */
function serve(
  otherwise?: string,
  how: () => Promise<Response> | Response = () => new Response(),
): Set<string> {
  const asked = new Set<string>();
  server.use(
    http.get('https://app.test/api/v1/*', ({ request }) => {
      const path = new URL(request.url).pathname.replace('/api/v1', '');
      asked.add(path);
      if (path === otherwise) return how();
      const body = answersTo[path];
      return body === undefined
        ? HttpResponse.json({ ...problem, status: 404, detail: `nothing at ${path}` }, { status: 404 })
        : HttpResponse.json(body as JsonBodyType);
    }),
  );
  return asked;
}

function refused(): Response {
  return HttpResponse.json(problem, {
    status: 500,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}

const never = (): Promise<Response> => new Promise(() => undefined);

async function open(address: string): Promise<void> {
  cleanup();
  queryClient.clear();
  openAt(address);
  await waitFor(() => expect(queryClient.isFetching()).toBe(0));
}

beforeEach(() => {
  window.innerWidth = 1280;
  signedIn();
  vi.stubGlobal('WebSocket', LiveSocket);
});
afterEach(cleanup);

describe.each(addresses)('%s', (address) => {
  it('says what failed with its request id, and waits for what is missing', async () => {
    const asked = serve();
    await open(address);
    await screen.findByRole('heading', { level: 1 });
    await waitFor(() => expect(queryClient.isFetching()).toBe(0));
    expect(screen.queryAllByRole('alert')).toEqual([]);

    const silent: string[] = [];
    const impatient: string[] = [];
    for (const path of [...asked].filter((each) => !ofTheFrame.has(each))) {
      serve(path, refused);
      await open(address);
      await screen.findAllByText(/req-4711/).catch(() => silent.push(path));

      serve(path, never);
      cleanup();
      queryClient.clear();
      openAt(address);
      await screen.findAllByText(m.errors.loading).catch(() => impatient.push(path));
    }
    expect({ silent, impatient }).toEqual({ silent: [], impatient: [] });
  }, 60_000);
});
