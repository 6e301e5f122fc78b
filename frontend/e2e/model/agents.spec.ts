import { expect, test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { expectAccessible, expectQuiet, Frames, newAccount, paste, register } from '../people';
import { choosing, disputedReviewOf, documentationOf, halfFailedReviewOf, planFor, speaks } from './answers';
import { asked, hold, killWorker, modelSays } from './model';

/** The journeys share an account; what each is about tells its prompts from those of all others. */
const thisTime = Date.now().toString(36);
let session: BrowserContextOptions['storageState'];

test.describe.configure({ mode: 'serial' });

async function signedIn(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  return (await browser.newContext({ storageState: session, ...options })).newPage();
}

/** Fills the form of a workflow that takes code, and runs it. */
async function run(page: Page, workflow: string, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(`/workflows/${workflow}`);
  for (const [label, text] of Object.entries(fields)) {
    await page.getByRole('textbox', { name: label, exact: true }).fill(text);
  }
  await page.getByRole('button', { name: 'Run workflow' }).click();
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/);
}

test('watches three agents review side by side, and reads where they differ and what it comes to', async ({
  page,
}) => {
  const marker = `pay_while_watched_${thisTime}`;
  await modelSays(...disputedReviewOf(marker));
  const security = await hold(marker, speaks('security_auditor'));
  const decision = await hold(marker, speaks('project_manager'));

  const quiet = expectQuiet(page);
  const frames = new Frames(page);
  await register(page, newAccount());
  session = await page.context().storageState();
  await page.goto('/reviews/new?workflow=comprehensive_feature_review');
  await paste(
    page,
    `def ${marker}(account, amount, tries):\n    while tries > 0:\n        account.charge(amount)\n        tries -= 1\n`,
  );
  await page.getByRole('textbox', { name: 'File name' }).fill('shop/pay.py');
  await page.getByRole('button', { name: /Review code/ }).click();
  await page.waitForURL(/\/reviews\/[0-9a-f-]{36}$/);

  const messages = page.getByRole('region', { name: 'Messages', exact: true });
  const auditor = page.getByRole('region', { name: 'Agents' }).getByText(/^Security auditor.*/);
  await security.reached();
  await expect(messages).toContainText('The loop charges again.');
  await expect(messages).toContainText('It explains itself.');
  await expect(messages).not.toContainText('Nobody gets in by it.');
  await expect(auditor.locator('..')).toContainText('Not heard yet');
  await security.release();
  await decision.reached();
  await expect(messages).toContainText('Nobody gets in by it.');
  await expect(messages).not.toContainText('Mend the loop first.');
  await decision.release();

  await expect(page.getByRole('heading', { level: 1, name: /^(Passed|Failed):/ })).toBeVisible();
  frames.expectInOrder();
  await expect(page.getByRole('heading', { name: 'Needs work' })).toBeVisible();
  await expect(page.getByText('Mend the loop first.').first()).toBeVisible();
  await page
    .getByRole('list', { name: 'List of findings' })
    .getByRole('link', { name: /pay\.py:3\b/ })
    .click();
  const detail = page.getByRole('region', { name: 'Finding', exact: true });
  await expect(detail).toContainText('Charges once for each try, not once.');
  await expect(detail.getByRole('heading', { name: 'The agents do not agree' })).toBeVisible();
  await expect(detail).toContainText('It costs money, and lets nobody in.');
  quiet();
});

const sum = (marker: string): Readonly<Record<string, string>> => ({
  Code: `def ${marker}(a, b):\n    return a + b\n`,
  Path: 'sums.py',
});

/** A run whose worker is killed: another one may take it over half a minute later, which the journeys until then fill. */
const survivor = `sum_to_survive_${thisTime}`;
let watched: { readonly page: Page; readonly frames: Frames };

test('keeps showing what agents have said when their worker is killed', async ({ browser }) => {
  await modelSays(...documentationOf(survivor));
  const opinion = await hold(survivor, speaks('code_analyzer'));
  const page = await signedIn(browser);
  watched = { page, frames: new Frames(page) };
  await run(page, 'documentation_generation', sum(survivor));
  await opinion.reached();
  const lanes = page.getByRole('list', { name: 'Agents at work' });
  await expect(lanes).toContainText('Let it be checked.');

  await killWorker();
  await opinion.release();
  await expect(lanes).toContainText('Here it is.');
});

const dockerfile = 'FROM python:3.12-slim\nEXPOSE 8080\n';

test('approves, on a phone, the plan that was read and no other', async ({ browser }) => {
  const environment = `staging-to-approve-${thisTime}`;
  await modelSays(...planFor(environment));
  const viewport = { width: 390, height: 844 };
  const page = await signedIn(browser, { viewport, isMobile: true, hasTouch: true });
  await run(page, 'deployment', { Code: dockerfile, Path: 'Dockerfile', Environment: environment });
  await expect(page.getByRole('region', { name: 'The plan' })).toContainText('Build the image.');
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);

  const approve = page.getByRole('button', { name: 'Approve' });
  await page.route(
    '**/approvals',
    async (route) => {
      const other = { ...(route.request().postDataJSON() as object), plan_hash: 'f'.repeat(64) };
      await route.continue({ postData: other });
    },
    { times: 1 },
  );
  await approve.tap();
  await expect(page.getByRole('alert')).toContainText('It was answered, or changed, in the meantime.');
  await expect(page.getByRole('region', { name: 'The plan' })).toContainText('Build the image.');
  await approve.tap();
  await expect(page.getByText('The plan was approved.')).toBeVisible();
  await expect(page.getByText('This is a plan: nothing was deployed.')).toBeVisible();
  expect(await asked(environment)).toEqual(['plan', 'message']);
  await page.context().close();
});

test('rejects a plan, and says why', async ({ browser }) => {
  const environment = `production-to-reject-${thisTime}`;
  await modelSays(...planFor(environment));
  const page = await signedIn(browser);
  await run(page, 'deployment', { Code: dockerfile, Path: 'Dockerfile', Environment: environment });
  await page.getByRole('textbox', { name: 'Comment' }).fill('Not as root.');
  await page.getByRole('button', { name: 'Reject' }).click();
  await expect(page.getByText('The plan was rejected.')).toBeVisible();
  await expect(page.getByText('Rejected. Not as root.')).toBeVisible();
  await page.context().close();
});

const cancelled = `sum_to_cancel_${thisTime}`;

test('stops agents while their model thinks, and keeps what they said', async ({ browser }) => {
  await modelSays(...documentationOf(cancelled));
  const choice = await hold(cancelled, choosing);
  const page = await signedIn(browser);
  await run(page, 'documentation_generation', sum(cancelled));
  await choice.reached();
  await expect(page.getByRole('list', { name: 'Agents at work' })).toContainText('Here it is.');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Cancel run' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel run' }).click();
  await expect(page.getByRole('heading', { name: 'The run was cancelled' })).toBeVisible({ timeout: 10_000 });
  await choice.release();
  await expect(page.getByRole('article')).toHaveText([/Here it is\./]);
  expect(await asked(cancelled)).toEqual(['document', 'speaker']);
  await page.context().close();
});

test('ends the run whose worker was killed, with no turn lost or taken twice', async () => {
  const { page, frames } = watched;
  await expect(page.getByRole('heading', { name: 'Transcript' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('article')).toHaveText([
    /Here it is\./,
    /Let it be checked\./,
    /It holds\./,
    /All is said\./,
  ]);
  await expect(page.getByText(`${survivor} adds two numbers.`)).toBeVisible();
  frames.expectInOrder();
  // What was in flight, and nothing else, was asked for again.
  expect(await asked(survivor)).toEqual(['document', 'speaker', 'message', 'message', 'speaker']);
  expect(await asked(cancelled)).toHaveLength(2);
  await page.context().close();
});

test('asks the agent that failed again, and nobody else but the one who decides', async ({ page }) => {
  const marker = `pay_that_one_did_not_read_${thisTime}`;
  await modelSays(...halfFailedReviewOf(marker));
  await register(page, newAccount()); // the others' has made its requests of this minute
  await page.goto('/reviews/new?workflow=comprehensive_feature_review');
  await paste(page, `def ${marker}(account, amount):\n    account.charge(amount)\n`);
  await page.getByRole('textbox', { name: 'File name' }).fill('shop/pay.py');
  await page.getByRole('button', { name: /Review code/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Incomplete:/ })).toBeVisible();
  await expect(page.getByText('Security auditor did not succeed.')).toBeVisible();
  await expectAccessible(page);
  const before = (await asked(marker)).length;
  const first = page.url();

  await page.getByRole('button', { name: 'Ask Security auditor again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Passed:/ })).toBeVisible();
  expect(page.url()).not.toBe(first);
  expect((await asked(marker)).length).toBe(before + 2);
  await page.getByRole('link', { name: 'Open that' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Incomplete:/ })).toBeVisible();
});

test('never calls code clean that a failing model has not read', async ({ page }) => {
  const marker = `sum_that_nobody_read_${thisTime}`;
  await modelSays({ when: [marker], answers: [{ fail: 500 }] });
  await register(page, newAccount()); // see above: the limit is a person's
  await page.goto('/reviews/new?workflow=quick_code_review');
  await paste(page, sum(marker).Code ?? '');
  await page.getByRole('textbox', { name: 'File name' }).fill('sums.py');
  await page.getByRole('button', { name: /Review code/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Incomplete:/ })).toBeVisible();
  expect(new Set(await asked(marker))).toEqual(new Set(['findings']));

  await run(page, 'quick_documentation', sum(marker));
  await expect(page.getByRole('heading', { name: 'The run failed' })).toBeVisible();
});
