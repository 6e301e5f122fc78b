import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, Frames, newAccount } from './people';

/** Two findings that need a person, and one that can be fixed in place: what `find` answers is true unless it found the start. */
const code = `import sqlite3

password = "correct-horse-battery"


def find_account(name):
    cursor = sqlite3.connect("accounts.db").cursor()
    cursor.execute("SELECT id FROM accounts WHERE name = '" + name + "'")
    return cursor.fetchone()


def is_internal(name: str):
    if name.find("@example.org"):
        return True
    return False
`;

/** Goes on with Tab, as somebody without a pointer does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Tab never reached ${selector}`);
}

/** Chooses a command by typing a part of its name. */
async function command(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
}

async function registerByKeys(page: Page): Promise<void> {
  const { email, username, password } = newAccount();
  await tabTo(page, 'a[href="/register"]');
  await page.keyboard.press('Enter');
  for (const [field, value] of [
    ['[type="email"]', email],
    ['[name="username"]', username],
    ['[type="password"]', password],
  ] as const) {
    await tabTo(page, `input${field}`);
    await page.keyboard.type(value);
  }
  await page.keyboard.press('Enter');
  await page.waitForURL('**/reviews/new');
}

/** From the paste of the code to the first words of an agent; printed, and judged by whoever reads it. */
function timeToFirstMessage(page: Page): Promise<number> {
  const began = Date.now();
  return page
    .waitForEvent('websocket')
    .then((socket) =>
      socket.waitForEvent('framereceived', ({ payload }) => payload.toString().includes('"agent_message"')),
    )
    .then(() => Date.now() - began);
}

test('registers, reviews, fixes, reviews again, decides and exports without a pointer', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000); // many key presses, one after the other
  const frames = new Frames(page);
  await page.goto('/');
  await registerByKeys(page);
  await page.locator('.monaco-editor').waitFor();

  const { origin } = new URL(page.url());
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  await page.evaluate((text) => navigator.clipboard.writeText(text), code);
  await tabTo(page, '.monaco-editor *');
  await page.keyboard.press('ControlOrMeta+V');
  const firstMessage = timeToFirstMessage(page);
  await page.keyboard.press('ControlOrMeta+Enter');
  const verdict = page.getByRole('heading', { level: 1, name: /^(Passed|Failed|Incomplete):/ });
  await expect(verdict).toBeVisible({ timeout: 60_000 });
  frames.expectComplete();
  console.log(`the first words of an agent came after ${await firstMessage} ms`);

  const detail = page.getByRole('region', { name: 'Finding', exact: true });
  await page.keyboard.press('2');
  await page.keyboard.press('j');
  await expect(detail.getByText(/^1 of 3$/)).toBeVisible();
  await page.keyboard.press('j');
  await expect(detail.getByText(/^2 of 3$/)).toBeVisible();
  await page.keyboard.press('k');
  await expect(detail.getByText(/^1 of 3$/)).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(detail.getByRole('button', { name: 'Apply' })).toBeEnabled();
  await expectAccessible(page);
  await page.keyboard.press('a');
  await expect(page.getByText(/^1 fix applied to the code shown here/)).toBeVisible();
  await page.keyboard.press('c');
  const shownCode = page.getByRole('region', { name: 'Code', exact: true });
  await expect(shownCode.locator(':focus')).toBeAttached();
  await expect(page.locator('.view-lines')).toContainText('"@example.org" in name'.replaceAll(' ', '\u00a0'));
  const first = page.url();
  await page.keyboard.press('r'); // letters mean something in code that cannot be written in
  await page.waitForURL((url) => url.pathname !== new URL(first).pathname);
  await expect(verdict).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('list', { name: 'List of findings' }).getByRole('link')).toHaveCount(2);

  await page.keyboard.press('j');
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

  const saved = page.waitForEvent('download');
  await command(page, 'sarif');
  const sarif = JSON.parse(await readFile(await (await saved).path(), 'utf8')) as {
    version: string;
    runs: { results: { suppressions?: { justification?: string }[] }[] }[];
  };
  expect(sarif.version).toBe('2.1.0');
  expect(sarif.runs[0]?.results.map(({ suppressions }) => suppressions?.[0]?.justification)).toContain(
    'false positive: Only in this example',
  );

  await page.setViewportSize({ width: 390, height: 844 });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('list', { name: 'List of findings' })).toBeVisible();
  await page.keyboard.press('j');
  await expect(detail).toBeVisible();
  await page.keyboard.press('c');
  await expect(shownCode).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 720 });

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await command(page, 'history');
  await page.waitForURL('**/history');
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await page.waitForURL('**/reviews/new');
});
