import {
  expect,
  test,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { expectAccessible, expectQuiet, newAccount, register, signIn } from './people';

/** The journeys share an account: registering and signing in are limited. */
const account = newAccount();
let session: BrowserContextOptions['storageState'];
let review = '';

test.describe.configure({ mode: 'serial' });

/** Another window of the same person. */
function signedIn(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ storageState: session });
}

const phone = { width: 390, height: 844 };

async function onBothScreens(page: Page): Promise<void> {
  const wide = page.viewportSize();
  await expectAccessible(page);
  await page.setViewportSize(phone);
  await expectAccessible(page);
  if (wide) await page.setViewportSize(wide);
}

test('prepares more files than a request may have, comes back to them after a reload and a lost session, and reviews them', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000); // many files, and a way with many stations
  await register(page, account);
  const files = Array.from({ length: 230 }, (_, index) => ({
    name: `part${index}.py`,
    mimeType: 'text/plain',
    buffer: Buffer.from(index === 7 ? 'password = "correct-horse-battery"\n' : `value_${index} = ${index}\n`),
  }));
  await page.locator('input[type="file"]').first().setInputFiles(files);
  await expect(page.getByText(/^230 files to review/)).toBeVisible();
  await expect(page.getByText('part7.py, line 1')).toBeVisible();
  await onBothScreens(page);

  await page.reload();
  await expect(page.getByText('part7.py, line 1')).toBeVisible();
  await context.clearCookies({ name: /access|refresh/ });
  await page.reload();
  await page.waitForURL('**/login?ended=1**');
  await signIn(page, account.email, account.password);
  await expect(page.getByText(/^230 files to review/)).toBeVisible();
  await expect(page.getByText(/^Kept in this browser/)).toBeVisible();

  await page.getByRole('button', { name: 'Upload and review' }).click();
  await page.waitForURL(/\/reviews\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1, name: /^(Passed|Failed|Incomplete):/ })).toBeVisible({
    timeout: 60_000,
  });
  review = new URL(page.url()).pathname;
  await page.goto('/reviews/new');
  await expect(page.getByRole('heading', { name: 'Nothing to review yet' })).toBeVisible(); // it was submitted
  await page.goto(review);
  const receipt = page.getByRole('button', { name: /Receipt.*230 of 230 files reviewed/ });
  await receipt.click();
  await page.getByRole('link', { name: 'Read what the agents said' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Transcript of/ })).toBeVisible();
  await expect(page.getByRole('article').first()).toBeVisible();
  await onBothScreens(page);
  session = await page.context().storageState();
});

test('finds a rule, and reads why it is there', async ({ browser }) => {
  const page = await (await signedIn(browser)).newPage();
  const quiet = expectQuiet(page);
  await page.goto('/rules');
  await page.getByRole('searchbox', { name: 'Search rules' }).fill('weak hash');
  const python = page.getByRole('group', { name: 'Language' }).getByRole('checkbox', { name: /Python/ });
  await python.click(); // it follows the address, so it is checked a moment later
  await expect(python).toBeChecked();
  await expect(page).toHaveURL(/language=python/);
  await onBothScreens(page);
  await page.getByRole('link', { name: 'Weak hash function' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Weak hash function' })).toBeVisible();
  await expect(page.getByRole('region', { name: /^Code that is reported/ }).first()).toBeVisible();
  await onBothScreens(page);
  quiet();
});

test('is told which workflows need a model, and not offered what cannot work', async ({ browser }) => {
  const page = await (await signedIn(browser)).newPage();
  const quiet = expectQuiet(page);
  await page.goto('/workflows');
  await expect(page.getByRole('heading', { name: 'Quick code review' })).toBeVisible();
  await onBothScreens(page);
  await page.goto('/workflows/research');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const obstacle = page.getByRole('heading', { name: 'Can’t be run here' });
  const run = page.getByRole('button', { name: 'Run workflow' });
  await expect(obstacle.or(run)).toBeVisible();
  expect(await obstacle.count()).not.toBe(await run.count());
  await onBothScreens(page);
  quiet();
});

test('sees no other’s accounts', async ({ browser }) => {
  const page = await (await signedIn(browser)).newPage();
  await page.goto('/administration');
  await expect(page.getByRole('heading', { name: 'Not allowed' })).toBeVisible();
  await expect(page.getByRole('tab')).toHaveCount(0);
  expect((await page.request.get('/api/v1/admin/users')).status()).toBe(403); // whatever the page shows
  await onBothScreens(page);
});

test('meets no violation in the comparison, in the dialogs and with more contrast', async ({ browser }) => {
  test.setTimeout(180_000); // many looks at many pages
  const page = await (await signedIn(browser)).newPage();
  await page.goto(`${review}/compare`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/projects');
  await page.getByRole('button', { name: 'New project' }).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.goto('/settings/appearance');
  await page.getByRole('combobox', { name: 'Motion' }).click();
  await page.getByRole('option', { name: 'Reduced' }).click();
  await page.emulateMedia({ contrast: 'more' });
  for (const address of ['/dashboard', review]) {
    await page.goto(address);
    await expect(page.locator('html')).toHaveAttribute('data-contrast', 'more');
    await expect(page.locator('html')).toHaveAttribute('data-motion', 'reduced');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
    const longest = await page.evaluate(() =>
      Math.max(
        0,
        ...document.getAnimations().map(({ effect }) => Number(effect?.getComputedTiming().endTime)),
      ),
    );
    expect(longest).toBeLessThan(1);
  }
});

test('never sees another person’s review', async ({ page }) => {
  await register(page, newAccount());
  await page.goto(review);
  await expect(page.getByRole('alert')).toContainText('Not found');
  await expect(page.getByRole('alert')).toContainText('Request id');
  await page.goto(`${review}/transcript`);
  await expect(page.getByRole('alert')).toContainText('Not found');
  await page.goto('/history');
  await expect(page.getByRole('heading', { name: 'No reviews yet' })).toBeVisible();
});
