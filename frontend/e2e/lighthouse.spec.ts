import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, expect, test, type BrowserContext } from '@playwright/test';
import { newAccount, register } from './people';

/**
 * Lighthouse on its desktop profile: `npm run lighthouse` against the running product, apart from the journeys because it is
 * slow and wants a machine at rest. It is fetched from the registry when it is first run.
 */
const version = '12.8.2'; // the newest that runs on Node 20
const runs = 3;
const port = 9222;

const budget = { interactive: 2000, performance: 95, accessibility: 100 };
/** Pages that bring the editor may score less. */
const editorBudget = { ...budget, performance: 0 };

interface Report {
  finalDisplayedUrl: string;
  audits: { interactive: { numericValue: number } };
  categories: Record<'performance' | 'accessibility', { score: number }>;
}

test('keeps the budgets on four pages', async ({ baseURL, launchOptions }) => {
  test.setTimeout(15 * 60_000);
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  const browser = await chromium.launchPersistentContext(folder, {
    ...launchOptions,
    baseURL,
    args: [...(launchOptions.args ?? []), `--remote-debugging-port=${port}`],
  });
  try {
    const pages = [
      ['Home', '/', budget],
      ['Results', await aReview(browser), editorBudget],
      ['Dashboard', '/dashboard', budget],
      ['New review', '/reviews/new', editorBudget],
    ] as const;
    const measured = [];
    for (const [name, path, allowed] of pages) {
      const median = await medianOf(`${baseURL}${path}`, join(folder, 'report.json'));
      measured.push({ name, allowed, median });
    }
    console.table(Object.fromEntries(measured.map(({ name, median }) => [name, median])));
    for (const { name, allowed, median } of measured) {
      expect.soft(median.interactive, `${name}: ms until interactive`).toBeLessThan(allowed.interactive);
      expect.soft(median.performance, `${name}: performance`).toBeGreaterThanOrEqual(allowed.performance);
      expect.soft(median.accessibility, `${name}: accessibility`).toBe(allowed.accessibility);
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Signs somebody up in the browser that is measured, whose cookies Lighthouse leaves alone, and has an example reviewed. */
async function aReview(browser: BrowserContext): Promise<string> {
  const page = await browser.newPage();
  await register(page, newAccount());
  await page
    .getByRole('button', { name: /^Review the example/ })
    .first()
    .click();
  await page.waitForURL(/\/reviews\/[0-9a-f-]{36}/);
  await expect(page.getByRole('heading', { level: 1, name: /^(Passed|Failed|Incomplete):/ })).toBeVisible();
  const { pathname } = new URL(page.url());
  await page.close();
  return pathname;
}

async function medianOf(address: string, file: string) {
  const reports: Report[] = [];
  for (let run = 0; run < runs; run += 1) reports.push(await reportOf(address, file));
  const middle = (figure: (report: Report) => number): number =>
    Math.round(reports.map(figure).sort((a, b) => a - b)[Math.floor(runs / 2)] ?? NaN);
  return {
    interactive: middle(({ audits }) => audits.interactive.numericValue),
    performance: middle(({ categories }) => categories.performance.score * 100),
    accessibility: middle(({ categories }) => categories.accessibility.score * 100),
  };
}

/** Not waited for synchronously: new tabs stand still until this process, too, has seen them. */
async function reportOf(address: string, file: string): Promise<Report> {
  await promisify(execFile)('npx', [
    '--yes',
    `lighthouse@${version}`,
    address,
    `--port=${port}`,
    '--preset=desktop',
    '--only-categories=performance,accessibility',
    '--output=json',
    `--output-path=${file}`,
    '--quiet',
  ]);
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  expect(report.finalDisplayedUrl, 'nothing led elsewhere').toBe(address);
  return report;
}
