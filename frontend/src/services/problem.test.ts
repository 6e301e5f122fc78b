import { AxiosError, AxiosHeaders } from 'axios';
import { expect, it, vi } from 'vitest';
import { isTransient, problemOf, whenAllowed } from './problem';

function failure(status: number, data: unknown, headers: Record<string, string> = {}): AxiosError {
  const config = { headers: new AxiosHeaders() };
  return new AxiosError('failed', undefined, config, {}, { status, data, headers, statusText: '', config });
}

it('reads a problem document', () => {
  const body = {
    title: 'Invalid input',
    detail: 'One field.',
    request_id: 'r1',
    errors: [{ field: 'code', message: 'is empty' }, 'junk'],
  };
  expect(problemOf(failure(422, body))).toEqual({
    status: 422,
    title: 'Invalid input',
    detail: 'One field.',
    requestId: 'r1',
    fields: [{ field: 'code', message: 'is empty' }],
    retryAfter: null,
  });
});

it('finds the request id in the header when the body is unreadable', () => {
  expect(problemOf(failure(502, '<html>', { 'x-request-id': 'r2' }))).toMatchObject({
    status: 502,
    requestId: 'r2',
  });
});

it('tells how long to wait', () => {
  expect(problemOf(failure(429, {}, { 'retry-after': '30' })).retryAfter).toBe(30);
  expect(problemOf(failure(429, {}, { 'retry-after': 'tomorrow' })).retryAfter).toBeNull();
});

it('knows no answer from a refusal', () => {
  expect(problemOf(new AxiosError('Network Error')).status).toBe(0);
  expect(problemOf(new Error('bug')).status).toBe(0);
  expect(isTransient(problemOf(failure(503, {})))).toBe(true);
  expect(isTransient(problemOf(failure(409, {})))).toBe(false);
});

it('sends what came too soon again, as late as it is told, and nothing else', async () => {
  vi.useFakeTimers();
  const early = failure(429, {}, { 'retry-after': '30' });
  const send = vi.fn().mockRejectedValueOnce(early).mockResolvedValue('done');
  const answer = whenAllowed(send);
  await vi.advanceTimersByTimeAsync(29_000);
  expect(send).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1_000);
  await expect(answer).resolves.toBe('done');
  vi.useRealTimers();

  for (const refusal of [failure(429, {}), failure(409, {}, { 'retry-after': '30' })]) {
    await expect(whenAllowed(() => Promise.reject(refusal))).rejects.toBe(refusal);
  }
});
