import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, newAccount, register } from './people';

const code = `import hashlib
import sqlite3

password = "correct-horse-battery"


def find_account(name):
    cursor = sqlite3.connect("accounts.db").cursor()
    cursor.execute("SELECT id FROM accounts WHERE name = '" + name + "'")
    return cursor.fetchone()
`;

/** Goes on with Tab, as somebody without a pointer does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Tab never reached ${selector}`);
}

test('reviews, reads, decides and finds the way without a pointer', async ({ page, context }) => {
  test.setTimeout(180_000); // many key presses, one after the other
  await register(page, newAccount());
  await page.goto('/');
  await tabTo(page, 'a[href="/reviews/new"]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/reviews/new');
  await page.locator('.monaco-editor').waitFor();

  const { origin } = new URL(page.url());
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  await page.evaluate((text) => navigator.clipboard.writeText(text), code);
  await tabTo(page, '.monaco-editor *');
  await page.keyboard.press('ControlOrMeta+V');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^(Passed|Failed|Incomplete):/ })).toBeVisible({
    timeout: 60_000,
  });

  const detail = page.getByRole('region', { name: 'Finding', exact: true });
  await page.keyboard.press('j');
  await expect(detail.getByText(/^1 of \d+$/)).toBeVisible();
  await page.keyboard.press('j');
  await expect(detail.getByText(/^2 of \d+$/)).toBeVisible();
  await page.keyboard.press('k');
  await expect(detail.getByText(/^1 of \d+$/)).toBeVisible();
  await expectAccessible(page);

  await page.keyboard.press('e');
  await expect(page.getByRole('dialog', { name: 'Decide about 1 finding' })).toBeVisible();
  await expectAccessible(page);
  await tabTo(page, 'textarea');
  await page.keyboard.type('Only in this example');
  await tabTo(page, 'button[type="submit"]');
  await page.keyboard.press('Enter');
  await expect(detail.getByText('Only in this example')).toBeVisible();
  await page.reload();
  await expect(detail.getByText('Only in this example')).toBeVisible(); // the server has it

  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.type('history');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/history');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await page.waitForURL('**/reviews/new');
});
