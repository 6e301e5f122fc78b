import { expect, test } from '@playwright/test';
import { expectAccessible, newAccount, register } from './people';

test.use({ serviceWorkers: 'allow' });

test('starts without a network and shows the reviews that were read before', async ({ page, context }) => {
  await register(page, newAccount());
  await page.goto('/reviews/new?example=python');
  await page.getByRole('button', { name: /^Review code/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^(Passed|Failed|Incomplete):/ })).toBeVisible({
    timeout: 60_000,
  });
  const review = new URL(page.url()).pathname;
  await page.goto('/history');
  await expect(page.getByRole('link', { name: 'app/accounts.py' })).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.goto(review); // the editor is kept once it was used under the worker
  await expect(page.locator('.monaco-editor')).toBeVisible();

  await context.setOffline(true);
  await page.goto('/history');
  await expect(page.getByText('You are offline.', { exact: false })).toBeVisible();
  await page.getByRole('link', { name: 'app/accounts.py' }).click();
  await expect(page.getByRole('list', { name: 'List of findings' })).toBeVisible();
  await expect(page.locator('.monaco-editor')).toBeVisible();
  await expectAccessible(page);

  await page.goto('/reviews/0199f3a2-7c41-7d30-9b6e-2f4c8a1d5e00'); // never read here
  await expect(page.getByRole('heading', { name: 'No connection' })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible();
});

test('can be installed', async ({ page }) => {
  await page.goto('/');
  const href = await page.locator('link[rel="manifest"]').getAttribute('href');
  const manifest = (await (await page.request.get(href ?? '')).json()) as {
    start_url: string;
    icons: { src: string; sizes: string }[];
  };
  expect(manifest.start_url).toBe('/reviews/new');
  for (const { src } of manifest.icons) expect((await page.request.get(src)).status()).toBe(200);
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A window of an automated browser is private, which alone would be a reason against.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual(
    [],
  );
});
