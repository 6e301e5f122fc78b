import { expect, test, type BrowserContextOptions } from '@playwright/test';
import {
  BreakableLine,
  expectAccessible,
  expectQuiet,
  Frames,
  newAccount,
  paste,
  register,
  signIn,
} from './people';

/** An SQL injection on line 9 and a hard-coded password on line 3. */
const vulnerable = `import sqlite3

password = "correct-horse-battery"


def find_account(name):
    connection = sqlite3.connect("accounts.db")
    cursor = connection.cursor()
    cursor.execute("SELECT id FROM accounts WHERE name = '" + name + "'")
    return cursor.fetchone()
`;

/** The journeys share an account: signing in is limited to a few times in a quarter of an hour. */
const account = newAccount();
let session: BrowserContextOptions['storageState'];

test.describe.configure({ mode: 'serial' });

test('registers, pastes vulnerable code, watches the review and reads the findings on their lines', async ({
  page,
}) => {
  const quiet = expectQuiet(page);
  const frames = new Frames(page);
  await page.goto('/');
  await expect(page.getByRole('region', { name: 'Example of a finished review' })).toBeVisible();
  await expectAccessible(page);
  await register(page, account);
  await expectAccessible(page);

  await paste(page, vulnerable);
  await page.getByRole('textbox', { name: 'File name' }).fill('app/accounts.py');
  await expect(page.getByRole('combobox', { name: 'Language' })).toHaveText(/Python/);
  await expect(page.getByText('Possible secret on line 3')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /Review code/ }).click();

  await page.waitForURL(/\/reviews\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1, name: /^(Passed|Failed|Incomplete):/ })).toBeVisible({
    timeout: 60_000,
  });
  frames.expectInOrder();
  await expectAccessible(page);

  const list = page.getByRole('list', { name: 'List of findings' });
  const injection = list.getByRole('link', { name: /accounts\.py:9\b.*Security/ }).first();
  const password = list.getByRole('link', { name: /accounts\.py:3\b.*Security/ }).first();
  await expect(password).toBeVisible();
  await injection.click();
  const detail = page.getByRole('region', { name: 'Finding', exact: true });
  await expect(detail.getByText('Line 9').first()).toBeVisible();
  await expect(detail.getByRole('link', { name: 'CWE-89' })).toBeVisible();
  await expect(page.locator('.finding-active-line').first()).toBeVisible();
  await expectAccessible(page);

  await page.locator('.finding-squiggle').first().click();
  await expect(detail.getByText('Line 3').first()).toBeVisible();
  await expect(page).toHaveURL(/finding=/);

  const review = new URL(page.url()).pathname;
  await page.reload();
  await expect(detail.getByText('Line 3').first()).toBeVisible();
  await page.goBack();
  await page.getByRole('link', { name: 'History' }).first().click();
  await page.getByRole('link', { name: 'app/accounts.py' }).first().click();
  await expect(page).toHaveURL(new RegExp(`${review}$`));
  await expect(injection).toBeVisible();
  session = await page.context().storageState();
  quiet();
});

test('keeps what is typed while the editor loads, and after a reload', async ({ browser }) => {
  const context = await browser.newContext({ storageState: session });
  const page = await context.newPage();
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/assets/MonacoEditor-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.setViewportSize({ width: 960, height: 720 });
  await page.goto('/reviews/new');
  const belowLanguage = async (): Promise<number> => {
    const [opener, language] = await Promise.all([
      page.getByRole('button', { name: 'Open folder' }).boundingBox(),
      page.getByRole('combobox', { name: 'Language' }).boundingBox(),
    ]);
    return (opener?.y ?? NaN) - (language?.y ?? NaN);
  };
  const place = await belowLanguage();
  expect(place).not.toBeNaN();
  await page.locator('textarea').pressSequentially('first = 1;');
  expect(await belowLanguage()).toBe(place); // nothing moves under the hand
  await page.keyboard.press('ArrowLeft');
  release();
  const sum = Array.from({ length: 20 }, (_, number) => ` + ${number}`).join('');
  await page.keyboard.type(sum, { delay: 10 }); // while one control takes the place of the other
  await expect(page.locator('.monaco-editor')).toBeVisible();
  await page.keyboard.type(' + 20');
  const typed = `first = 1${sum} + 20;`.replaceAll(' ', '\u00a0');
  await expect(page.locator('.view-lines')).toHaveText(typed);
  await page.reload();
  await expect(page.locator('.view-lines')).toHaveText(typed);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing to review yet' })).toBeVisible();
  await context.close();
});

test('loses the connection to a running review, misses nothing, and cancels it', async ({ browser }) => {
  const context = await browser.newContext({ storageState: session });
  const page = await context.newPage();
  const line = await BreakableLine.of(page);
  await page.goto('/reviews/new');
  const lines = Array.from(
    { length: 400 },
    (_, line) => `def f${line}(a, b):\n    return a if a == b else [a, b, ${line}]\n`,
  );
  await page
    .getByLabel('Open files')
    .last()
    .setInputFiles(
      Array.from({ length: 100 }, (_, file) => ({
        name: `module${file}.py`,
        mimeType: 'text/x-python',
        buffer: Buffer.from(`# ${file}\n${lines.join('')}`),
      })),
    );
  await expect(page.getByText(/^100 files/)).toBeVisible();
  await page.getByRole('button', { name: /Review code/ }).click();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect.poll(() => line.numbers.length).toBeGreaterThan(1);
  await line.breakOff();
  await expect(page.getByText(/^(Reconnecting|Polling)$/)).toBeVisible();
  await expect(page.getByText('You are offline.', { exact: false })).toBeVisible();
  await line.mend();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Cancel review' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel review' }).click();
  await expect(page.getByRole('heading', { name: 'The review was cancelled' })).toBeVisible();
  await line.expectNothingLost();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Open history' }).click();
  await expect(
    page
      .getByRole('row', { name: /module0\.py/ })
      .getByText('Cancelled')
      .filter({ visible: true }),
  ).toBeVisible();
  await expectAccessible(page);
  await context.close();
});

test('shows a running review to everyone', async ({ browser }) => {
  const context = await browser.newContext({ storageState: session });
  const page = await context.newPage();
  await page.goto('/history');
  await page.getByRole('link', { name: 'app/accounts.py' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const path = new URL(page.url()).pathname.replace('/reviews/', '/api/v1/code-review/');
  // Looking closely takes longer than the review: its status is held, everything else is the real review.
  await page.route(`**${path}`, async (route) => {
    const response = await route.fetch();
    const status = (await response.json()) as object;
    await route.fulfill({ response, json: { ...status, status: 'running' } });
  });
  await page.reload();
  await expect(page.getByRole('button', { name: /accounts\.py:9\b/ }).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Cancel review' }).click();
  await expectAccessible(page);
  await context.close();
});

test('reviews on a phone in the dark', async ({ browser }) => {
  const context = await browser.newContext({
    storageState: session,
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
    isMobile: true,
    hasTouch: true,
  });
  const page = await context.newPage();
  const quiet = expectQuiet(page);
  await page.goto('/reviews/new');
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('textbox', { name: /^Code of/ }).fill(vulnerable);
  await page.getByRole('button', { name: 'Review code' }).tap();
  await expect(page.getByRole('heading', { level: 1, name: /^(Passed|Failed|Incomplete):/ })).toBeVisible({
    timeout: 60_000,
  });
  await expectAccessible(page);
  await page
    .getByRole('list', { name: 'List of findings' })
    .getByRole('link', { name: /:9\b/ })
    .first()
    .tap();
  await expect(page.getByRole('region', { name: 'Finding', exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show in the code' }).tap();
  await expect(page.locator('[data-line="9"]')).toBeInViewport();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'History' }).last().tap();
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
  await expectAccessible(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(390);
  quiet();
  await context.close();
});

test('signs out of every tab, is refused with a wrong password, and signs in again', async ({ browser }) => {
  const context = await browser.newContext({ storageState: session });
  const page = await context.newPage();
  const other = await context.newPage();
  await other.goto('/history');
  await other.getByRole('link', { name: 'app/accounts.py' }).first().click();
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto('/history');
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL('**/login');
  await other.waitForURL('**/login');
  await other.close();
  await page.goto('/history');
  await page.waitForURL('**/login?return_to=%2Fhistory');
  await signIn(page, account.email, 'Wrong-password-1');
  await expect(page.getByRole('alert')).toHaveText('Email or password is not right.');
  await expectAccessible(page);
  await signIn(page, account.email, account.password);
  await page.waitForURL('**/history');
  await expect(page.getByRole('link', { name: 'app/accounts.py' }).first()).toBeVisible();
  await context.close();
});
