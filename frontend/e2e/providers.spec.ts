import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, newAccount, register } from './people';

/** Says at the stand-in who one is. */
async function comeAs(page: Page, email: string, verified = true): Promise<void> {
  await page.waitForURL(/:\d+\/(google\/authorize|github\/login\/oauth\/authorize)/);
  await page.getByLabel('Mail address').fill(email);
  if (!verified) await page.getByLabel(/has verified the address/).uncheck();
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** A link in the latest mail to an address. */
async function mailedLink(page: Page, email: string, part: string): Promise<string> {
  const port = Number(new URL(page.url()).port) + 6;
  let link: string | undefined;
  await expect(async () => {
    const answer = await page.request.get(`http://127.0.0.1:${port}/messages`);
    const mails = (await answer.json()) as { to: string[]; text: string }[];
    const text = mails.find(({ to, text }) => to.includes(email) && text.includes(part))?.text ?? '';
    link = /https?:\/\/\S+#token=\S+/.exec(text)?.[0];
    expect(link).toBeDefined();
  }).toPass();
  return link ?? '';
}

test('signs in with Google, comes back to the page asked for, and is known again at GitHub', async ({
  page,
}) => {
  const { email } = newAccount();
  await page.goto('/login?return_to=%2Fhistory');
  await expect(page.getByRole('button', { name: 'Continue with Google' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Continue with Google' }).click();
  await comeAs(page, email);
  await page.waitForURL('**/history');
  await expect(page.getByRole('heading', { name: 'No reviews yet' })).toBeVisible();
  await expect(page.getByText('Confirm your address')).toBeHidden();
  const cookies = await page.context().cookies();
  expect(cookies.filter(({ name }) => name === '__Host-sign-in')).toEqual([]);

  await page.getByRole('button', { name: /Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL('**/login');
  await page.getByRole('button', { name: 'Continue with GitHub' }).click();
  await comeAs(page, email);
  await page.waitForURL('**/reviews/new');
});

test('says what happened when the person refuses, and when nobody has verified the address', async ({
  page,
}) => {
  await page.goto('/login');
  await page.getByRole('button', { name: 'Continue with Google' }).click();
  await page.getByRole('button', { name: 'Refuse' }).click();
  await expect(page.getByRole('alert')).toContainText('You were not signed in');
  await expectAccessible(page);
  await expect(page).toHaveURL(/\/auth\/callback\/google$/);

  await page.getByRole('button', { name: 'Start again' }).click();
  await comeAs(page, newAccount().email, false);
  await expect(page.getByRole('alert')).toContainText('has not verified your mail address');
});

test('refuses a return that this browser did not ask for', async ({ page }) => {
  await page.goto('/auth/callback/google?code=stolen&state=foreign');
  await expect(page.getByRole('alert')).toContainText('This sign-in is over');
  await expect(page).toHaveURL(/\/auth\/callback\/google$/);
});

test('lets the owner of an address take over an account that somebody else made with it', async ({
  page,
  browser,
}) => {
  const mallory = newAccount();
  await register(page, mallory);
  await expect(page.getByText(`Confirm your address: we sent a link to ${mallory.email}.`)).toBeVisible();

  const context = await browser.newContext();
  const owner = await context.newPage();
  await owner.goto('/login');
  await owner.getByRole('button', { name: 'Continue with Google' }).click();
  await comeAs(owner, mallory.email);
  await expect(owner.getByRole('alert')).toContainText('This account needs a look first');
  await expectAccessible(owner);

  await owner.getByRole('link', { name: 'Choose a new password' }).click();
  await owner.getByLabel('Email').fill(mallory.email);
  await expectAccessible(owner);
  await owner.getByRole('button', { name: 'Send mail' }).click();
  await expect(owner.getByRole('heading', { name: 'Look into your mails' })).toBeVisible();
  await owner.goto(await mailedLink(owner, mallory.email, 'new password'));
  await expect(owner).toHaveURL(/\/reset-password$/);
  await expectAccessible(owner);
  await owner.getByLabel('New password').fill(`Owner-${mallory.password}`);
  await owner.getByRole('button', { name: 'Save password' }).click();
  await expect(owner.getByRole('heading', { name: 'Your password is changed' })).toBeVisible();

  await owner.getByRole('link', { name: 'Sign in' }).click();
  await owner.getByRole('button', { name: 'Continue with Google' }).click();
  await comeAs(owner, mallory.email);
  await owner.waitForURL('**/reviews/new');
  await context.close();

  await page.goto('/history');
  await page.waitForURL(/\/login\?ended=1/);
});

test('links Google in the settings, signs in with it, and keeps the last way in', async ({ page }) => {
  const account = newAccount();
  const elsewhere = newAccount().email;
  await register(page, account);
  await page.goto('/settings/security');
  await page.getByRole('button', { name: 'Link Google' }).click();
  await expect(page.getByRole('alert')).toContainText('Confirm your mail address first');
  await page.goto(await mailedLink(page, account.email, 'confirm that this address'));
  await page.getByRole('button', { name: 'Confirm address' }).click();
  await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible();

  await page.goto('/settings/security');
  await page.getByRole('button', { name: 'Link Google' }).click();
  await comeAs(page, elsewhere, false);
  await page.waitForURL('**/settings/security');
  await expect(page.getByText(/^Linked on/)).toBeVisible();
  await expectAccessible(page);
  const cookies = await page.context().cookies();
  expect(cookies.filter(({ name }) => ['__Host-sign-in', '__Secure-link'].includes(name))).toEqual([]);

  await page.getByRole('button', { name: /Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL('**/login');
  await page.getByRole('button', { name: 'Continue with Google' }).click();
  await comeAs(page, elsewhere);
  await page.waitForURL('**/reviews/new');
  await expect(page.getByRole('button', { name: `Account of ${account.username}` })).toBeVisible();

  await page.goto('/settings/security');
  await page.getByRole('button', { name: 'Remove Google' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('Google was removed', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Link Google' })).toBeVisible();
});

test('takes no identity from somebody else, and keeps the only way in', async ({ page, browser }) => {
  const taken = newAccount().email;
  await page.goto('/login');
  await page.getByRole('button', { name: 'Continue with Google' }).click();
  await comeAs(page, taken);
  await page.waitForURL('**/reviews/new');
  await page.goto('/settings/security');
  await page.getByRole('button', { name: 'Remove Google' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('alert')).toContainText('only way into your account');
  await expectAccessible(page);

  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto('/login');
  await other.getByRole('button', { name: 'Continue with GitHub' }).click();
  await comeAs(other, newAccount().email);
  await other.waitForURL('**/reviews/new');
  await other.goto('/settings/security');
  await other.getByRole('button', { name: 'Link Google' }).click();
  await comeAs(other, taken);
  await expect(other.getByRole('alert')).toContainText('linked with another account here');
  await expectAccessible(other);
  await other.getByRole('link', { name: 'Back to the settings' }).click();
  await expect(other.getByRole('button', { name: 'Link Google' })).toBeVisible();
  await context.close();
});

test('confirms an address with the mailed link, on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const account = newAccount();
  await register(page, account);
  await page.getByRole('button', { name: 'Send it again' }).click();
  await expect(page.getByText(/Another mail is on its way/)).toBeVisible();
  await expectAccessible(page);
  await page.goto(await mailedLink(page, account.email, 'confirm that this address'));
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Confirm address' }).click();
  await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible();
  await page.getByRole('link', { name: 'Go on' }).click();
  await page.waitForURL('**/reviews/new');
  await expect(page.getByText('Confirm your address')).toBeHidden();
});
