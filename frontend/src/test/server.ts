import { http, HttpResponse, type JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';

const url = (path: string) => `https://app.test/api/v1${path}`;

/** Answers the page's requests in tests; each test says what the server answers. Unless one does, nobody has an arrangement
 * with a provider, nobody has a picture, nobody has rated a finding, and no workflow is there. */
export const server = setupServer(
  http.get(url('/auth/providers'), () => HttpResponse.json({ items: [] })),
  http.get(url('/users/me/avatar'), () => HttpResponse.json({ media_type: null, picture: null })),
  http.get(url('/code-review/:id/ratings'), () => HttpResponse.json({ items: [] })),
  http.get(url('/workflows'), () => HttpResponse.json({ items: [] })),
  http.get(url('/analytics/rules'), () => HttpResponse.json({ rules: [] })),
);

/** GET `path` answers the body. */
export function answers(path: string, body: JsonBodyType): void {
  server.use(http.get(url(path), () => HttpResponse.json(body)));
}

/** The request fails with a problem document. */
export function fails(
  method: 'get' | 'post' | 'put' | 'patch' | 'delete',
  path: string,
  status: number,
  extra: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): void {
  const body = {
    type: '/problems/test',
    title: 'Refused',
    status,
    detail: 'The server says why.',
    instance: path,
    request_id: 'req-4711',
    ...extra,
  };
  server.use(
    http[method](url(path), () =>
      HttpResponse.json(body, {
        status,
        headers: { 'Content-Type': 'application/problem+json', ...headers },
      }),
    ),
  );
}

/** POST `path` answers the body; the returned list collects what was sent. */
export function accepts(path: string, status: number, body: JsonBodyType): Sent[] {
  const sent: Sent[] = [];
  server.use(
    http.post(url(path), async ({ request }) => {
      const text = await request.text();
      sent.push({ headers: request.headers, body: text === '' ? null : (JSON.parse(text) as unknown) });
      return status === 204 ? new HttpResponse(null, { status }) : HttpResponse.json(body, { status });
    }),
  );
  return sent;
}

interface Sent {
  readonly headers: Headers;
  readonly body: unknown;
}
