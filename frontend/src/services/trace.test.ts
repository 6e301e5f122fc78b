import { expect, it } from 'vitest';
import { traceparent } from './trace';

it('begins a trace of its own for each request', () => {
  const first = traceparent();

  expect(first).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  expect(first).not.toMatch(/-0+-/);
  expect(traceparent()).not.toBe(first);
});
