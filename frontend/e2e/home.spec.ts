import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { expectAccessible, expectQuiet, newAccount, register } from './people';

interface Results {
  readonly verdict: { readonly gate: string };
  readonly results: {
    readonly issues: readonly { readonly rule_id: string; readonly line: number }[];
  };
}

interface Recorded {
  readonly path: string;
  readonly language: string;
  readonly code: string;
  readonly review: Results;
}

const file = new URL('../src/features/findings/example.json', import.meta.url);
const recorded = JSON.parse(readFileSync(file, 'utf8')) as Recorded;

const places = ({ results }: Results): readonly string[] =>
  results.issues.map(({ rule_id, line }) => `${rule_id} on line ${line}`);

test('shows a review that the product would still give, to whoever is not signed in', async ({ page }) => {
  const quiet = expectQuiet(page);
  await page.goto('/');
  const example = page.getByRole('region', { name: 'Example of a finished review' });
  await expect(example.getByRole('heading', { name: /^Failed:/ })).toBeVisible();
  await expectAccessible(page);
  await example.getByRole('button', { name: /hashed with a function made to be fast/ }).click();
  await expect(example.getByRole('region', { name: 'Finding' }).getByText('CWE-916')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  quiet();

  await register(page, newAccount());
  const cookies = await page.context().cookies();
  const csrf = decodeURIComponent(cookies.find(({ name }) => name === '__Host-csrf')?.value ?? '');
  const { path, language, code, review } = recorded;
  const submitted = await page.request.post('/api/v1/code-review', {
    headers: { 'X-CSRF-Token': csrf },
    data: { file_path: path, language, code },
  });
  const { job_id: job } = (await submitted.json()) as { job_id: string };
  const results = `/api/v1/code-review/${job}/results`;
  await expect.poll(async () => (await page.request.get(results)).status()).toBe(200);
  const now = (await (await page.request.get(results)).json()) as Results;
  const advice = 'the product judges otherwise now: run `npm run example` against it';
  expect(now.verdict.gate, advice).toBe(review.verdict.gate);
  expect(places(now), advice).toEqual(expect.arrayContaining([...places(review)]));
});
