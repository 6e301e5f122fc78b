import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectQuiet, newAccount, register, signIn } from './people';

/** A picture of 300 × 200 pixels, made by the browser. */
async function picture(page: Page): Promise<Buffer> {
  const address = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 300;
    canvas.height = 200;
    const paper = canvas.getContext('2d');
    paper?.fillRect(40, 40, 220, 120);
    return canvas.toDataURL('image/png');
  });
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}

test('a picture is set, is there after a reload and on a phone, and is removed', async ({ page }) => {
  const quiet = expectQuiet(page);
  await register(page, newAccount());
  await page.goto('/settings/profile');
  const field = page.getByRole('group', { name: 'Picture' });
  await field
    .locator('input')
    .setInputFiles({ name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await expect(page.getByRole('alert')).toContainText('no picture that the browser can read');
  await field
    .locator('input')
    .setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: await picture(page) });
  await expect(page.getByText('The picture is set', { exact: true })).toBeVisible();
  await expectAccessible(page);

  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await expect(field.locator('img')).toHaveJSProperty('naturalWidth', 256);
  await expect(page.getByRole('banner').locator('img')).toHaveJSProperty('naturalHeight', 256);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Remove the picture' }).click();
  await expect(field.locator('img')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Choose a picture' })).toBeVisible();
  await expect(field.locator('img')).toHaveCount(0);
  quiet();
});

test('sessions, keys, mails, looks and the end of an account', async ({ page, browser }) => {
  const account = newAccount();
  await register(page, account);
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto('/login');
  await signIn(other, account.email, account.password);
  await other.waitForURL('**/reviews/new');

  await page.goto('/settings/security');
  await page.getByRole('button', { name: /^End the session of/ }).click();
  await expect(page.getByText('The session has ended', { exact: true })).toBeVisible();
  await other.goto('/history');
  await other.waitForURL(/\/login\?ended=1/);
  await elsewhere.close();

  await page.goto('/settings/keys');
  await page.getByRole('button', { name: 'New key' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Pipeline');
  await page.getByRole('dialog').getByRole('button', { name: 'New key' }).click();
  await expect(page.getByRole('heading', { name: 'Your new key' })).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Revoke Pipeline' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('No keys yet.')).toBeVisible();

  await page.goto('/settings/notifications');
  const approvals = page.getByRole('switch', { name: /waits for your approval/ });
  await page.emulateMedia({ forcedColors: 'active' });
  const colors = await approvals.evaluate((control) =>
    [control, ...control.children].map((part) => getComputedStyle(part).backgroundColor),
  );
  expect(new Set(colors).size).toBe(2); // where the thumb stands can be seen
  await expect(page.getByRole('link', { name: 'Notifications' })).toHaveCSS('outline-style', 'solid');
  await page.emulateMedia({ forcedColors: 'none' });
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT');
  await approvals.click();
  expect((await saved).status()).toBe(200);
  await page.reload();
  await expect(approvals).toBeChecked();
  await expectAccessible(page);

  await page.goto('/settings/appearance');
  await page.getByRole('combobox', { name: 'Theme' }).click();
  await page.getByRole('option', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('combobox', { name: 'Contrast' }).click();
  await page.getByRole('option', { name: 'High' }).click();
  await page.getByRole('switch', { name: /Single-letter shortcuts/ }).click();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('combobox', { name: 'Contrast' })).toHaveText('High');
  await expect(page.getByRole('switch', { name: /Single-letter shortcuts/ })).not.toBeChecked();

  await page.goto('/settings/account');
  await page.getByLabel(`Type ${account.username} to go on`).fill(account.username);
  await page.getByRole('button', { name: 'Delete account' }).click();
  await page.waitForURL(/\/login/);
  await signIn(page, account.email, account.password);
  await expect(page.getByRole('alert')).toBeVisible();
});

test('access to repositories is given, kept to itself and withdrawn, on a phone, too', async ({ page }) => {
  const quiet = expectQuiet(page);
  await register(page, newAccount());
  await page.goto('/settings/repositories');
  await page.getByLabel('Token').fill('with spaces');
  await page.getByRole('button', { name: 'Give access' }).click();
  await expect(page.getByLabel('Token')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);

  const token = `github_pat_${'neverShownAgain'.repeat(3)}`;
  await page.getByLabel('Token').fill(token);
  await page.getByRole('button', { name: 'Give access' }).click();
  await expect(page.getByText('You have given access.')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await expect(page.getByLabel('Another token')).toHaveValue('');
  expect(await page.content()).not.toContain(token);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click();
  await expect(page.getByText('Your access is withdrawn', { exact: true })).toBeVisible();
  await expect(page.getByText('You have given access.')).toHaveCount(0);
  quiet();
});
