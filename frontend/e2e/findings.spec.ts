import { expect, test, type BrowserContextOptions, type Locator, type Page } from '@playwright/test';
import { expectAccessible, expectQuiet, newAccount, paste, register } from './people';

/** Four findings on line 7, of which two are critical, and one on line 12 that can be fixed in place. */
const code = `import hashlib, os, random
from flask import Flask, request
app = Flask(__name__)

@app.get("/run")
def run():
    token = hashlib.md5(str(random.random()).encode()).hexdigest(); os.system("ping " + request.args["host"]); eval(request.args["x"])
    return token


def is_internal(name: str):
    if name.find("@example.org"):
        return True
    return False
`;

let session: BrowserContextOptions['storageState'];
let review: string;

test.describe.configure({ mode: 'serial' });

const listOf = (page: Page) => page.getByRole('list', { name: 'List of findings' });
const detailOf = (page: Page) => page.getByRole('region', { name: 'Finding', exact: true });

/** In the one, at the height of the other. */
async function beside(one: Locator, other: Locator): Promise<[x: number, y: number]> {
  const [here, there] = [await one.boundingBox(), await other.boundingBox()];
  if (!here || !there) throw new Error('One of them is not shown');
  return [here.x + here.width / 2, there.y + there.height / 2];
}

test('asks which finding of a line is meant, and acts on one where the code shows it', async ({ page }) => {
  const quiet = expectQuiet(page);
  await register(page, newAccount());
  await paste(page, code);
  await page.getByRole('textbox', { name: 'File name' }).fill('app/run.py');
  await page.getByRole('button', { name: /Review code/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^(Passed|Failed|Incomplete):/ })).toBeVisible({
    timeout: 60_000,
  });
  review = `${new URL(page.url()).pathname}?tab=all`;
  session = await page.context().storageState();
  await page.goto(review);

  const menu = page.getByRole('menu', { name: /findings on line 7/ });
  await page.locator('.monaco-editor .finding-count-4').first().click();
  await expect(menu.getByRole('menuitem')).toHaveCount(4);
  await expectAccessible(page);
  await menu.getByRole('menuitem', { name: /eval\(\)/ }).click();
  await expect(detailOf(page).getByRole('heading', { level: 2 })).toContainText('eval()');

  await page.locator('.monaco-editor textarea, .monaco-editor .native-edit-context').first().focus();
  await page.keyboard.press('ControlOrMeta+Home');
  for (let line = 1; line < 7; line += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(menu).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(menu).toBeHidden();
  await expect(detailOf(page).getByRole('heading', { level: 2 })).toContainText('os.system()');

  const line = page.locator('.view-line', { hasText: 'name.find' });
  await line.scrollIntoViewIfNeeded();
  await page.mouse.click(...(await beside(page.locator('.monaco-editor .decorationsOverviewRuler'), line)));
  await expect(detailOf(page).getByRole('heading', { level: 2 })).toContainText('name.find');

  const mark = line.locator('.finding-squiggle').first();
  const hover = page.locator('.monaco-hover').filter({ visible: true });
  await mark.hover();
  await expect(hover.getByRole('link', { name: 'Apply fix' })).toBeVisible();
  await expectAccessible(page);
  await mark.hover();
  await hover.getByRole('link', { name: 'Dismiss…' }).click();
  await expect(page.getByRole('dialog', { name: 'Decide about 1 finding' })).toBeVisible();
  await page.keyboard.press('Escape');
  await mark.hover();
  await hover.getByRole('link', { name: 'Apply fix' }).click();
  await expect(page.getByText(/^1 fix applied to the code shown here/)).toBeVisible();
  await expect(page.locator('.view-lines')).toContainText('"@example.org" in name'.replaceAll(' ', '\u00a0'));
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(mark).toBeVisible();
  quiet();
});

test('chooses all between two boxes with Shift', async ({ browser }) => {
  const context = await browser.newContext({ storageState: session });
  const page = await context.newPage();
  await page.goto(review);
  const boxes = listOf(page).getByRole('checkbox');
  await boxes.nth(0).check();
  await boxes.nth(3).click({ modifiers: ['Shift'] });
  const bar = page.getByRole('group', { name: 'Selected findings' });
  await expect(bar.getByText('4 selected')).toBeVisible();
  await expectAccessible(page);
  await bar.getByRole('button', { name: 'Clear selection' }).click();
  await expect(bar).toBeHidden();
  await context.close();
});

test('keeps the line of a finding in sight where its detail opens below the code', async ({ browser }) => {
  const context = await browser.newContext({
    storageState: session,
    viewport: { width: 1024, height: 640 },
  });
  const page = await context.newPage();
  await page.goto(review);
  const line = page.locator('.view-line', { hasText: 'name.find' });
  await expect(line).toBeVisible();
  await listOf(page)
    .getByRole('link', { name: /name\.find/ })
    .click();
  await expect(detailOf(page)).toBeVisible();
  const pane = page.getByRole('region', { name: 'Code', exact: true });
  await expect(async () => {
    const [inner, outer] = [await line.boundingBox(), await pane.boundingBox()];
    expect((inner?.y ?? Infinity) + (inner?.height ?? 0)).toBeLessThan(
      (outer?.y ?? 0) + (outer?.height ?? 0),
    );
  }).toPass({ timeout: 5_000 });
  expect((await pane.boundingBox())?.width).toBeGreaterThan(500);
  await expectAccessible(page);
  await context.close();
});

test('does the same with fingers', async ({ browser }) => {
  const context = await browser.newContext({
    storageState: session,
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  });
  const page = await context.newPage();
  const quiet = expectQuiet(page);
  await page.goto(review);
  await page.getByRole('button', { name: 'Select', exact: true }).tap();
  const rows = listOf(page).getByRole('link');
  await rows.nth(1).scrollIntoViewIfNeeded();
  const before = await rows.nth(1).boundingBox();
  await rows.nth(0).tap();
  await expect(page.getByText('1 selected')).toBeInViewport();
  expect(await rows.nth(1).boundingBox()).toEqual(before);
  await rows.nth(1).tap();
  await expect(page.getByText('2 selected')).toBeInViewport();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Done' }).tap();
  await expect(page.getByText('2 selected')).toBeHidden();

  await page.getByRole('tab', { name: 'Code' }).tap();
  await page.getByRole('button', { name: /4 findings on line 7/ }).tap();
  const menu = page.getByRole('menu');
  await expect(menu.getByRole('menuitem')).toHaveCount(4);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /finding on line 12/ }).tap();
  await expect(menu.getByText(/name\.find/)).toBeVisible();
  await expectAccessible(page);
  await menu.getByRole('menuitem', { name: 'Apply fix' }).tap();
  await expect(page.getByText(/^1 fix applied to the code shown here/)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  quiet();
  await context.close();
});

test('shows beside the earlier review what a fix has made of it', async ({ browser }) => {
  const context = await browser.newContext({ storageState: session });
  const page = await context.newPage();
  const quiet = expectQuiet(page);
  await page.goto(review);
  await listOf(page)
    .getByRole('link', { name: /name\.find/ })
    .click();
  await detailOf(page).getByRole('button', { name: 'Apply fix' }).click();
  await page.getByRole('button', { name: 'Review the changed code' }).click();
  await page.getByRole('link', { name: /^Compared with review/ }).click({ timeout: 60_000 });

  await page.getByRole('tab', { name: 'Gone 1' }).click();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page
    .getByRole('tabpanel')
    .getByRole('link', { name: /name\.find/ })
    .click();
  await expect(detailOf(page).getByRole('heading', { level: 2 })).toContainText('name.find');
  expect(review).toContain(new URL(page.url()).pathname);
  quiet();
  await context.close();
});
