// Lighthouse on its desktop profile: `npm run lighthouse` against the running product, on a machine at rest. It prints the
// medians of three runs for four pages and fails when one is over its budget. Lighthouse is fetched from the registry when it is
// first run.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';
import { args, executablePath } from '../e2e/chromium.js';

const version = '12.8.2'; // the newest that runs on Node 20
const runs = 3;
const origin = process.env.E2E_BASE_URL ?? 'http://localhost:8080';

const budget = { interactive: 2000, performance: 95, accessibility: 100 };
/** The page for writing code brings the editor and may score less. */
const editorBudget = { ...budget, performance: 0 };

/** Findings of two severities. */
const vulnerable = `import sqlite3

password = "correct-horse-battery"


def find_account(name):
    cursor = sqlite3.connect("accounts.db").cursor()
    cursor.execute("SELECT id FROM accounts WHERE name = '" + name + "'")
    return cursor.fetchone()
`;

const profile = mkdtempSync(join(tmpdir(), 'lighthouse-'));
const browser = spawn(
  executablePath,
  [...args, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
  { stdio: ['ignore', 'ignore', 'pipe'] },
);
const ended = once(browser, 'exit');
try {
  const port = await debuggingPort();
  const medians = { Home: await medianOf('/', port, budget) };
  const review = await signInAndReview(port);
  medians.Dashboard = await medianOf('/dashboard', port, budget);
  medians.Results = await medianOf(review, port, budget);
  medians['New review'] = await medianOf('/reviews/new', port, editorBudget);
  process.exitCode = Object.values(medians).some(({ kept }) => !kept) ? 1 : 0;
} finally {
  browser.kill();
  await ended;
  rmSync(profile, { recursive: true, force: true });
}

async function debuggingPort() {
  for await (const line of createInterface({ input: browser.stderr })) {
    const port = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(line)?.[1];
    if (port) return port;
  }
  throw new Error('Chromium ended before it could be talked to.');
}

/** Leaves the browser with a session, whose cookies Lighthouse does not touch; the answer is the path of a finished review. */
async function signInAndReview(port) {
  const connection = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  try {
    const [context] = connection.contexts();
    const page = await context.newPage();
    await page.goto(`${origin}/login`);
    const name = `lighthouse-${Date.now().toString(36)}`;
    const account = { email: `${name}@example.com`, username: name, password: `Measured-${name}-7` };
    await page.evaluate(call, ['/auth/register', account]);
    await page.evaluate(call, ['/auth/login', account]);
    const submission = { file_path: 'app/accounts.py', code: vulnerable };
    const { job_id: job } = await page.evaluate(call, ['/code-review', submission]);
    for (let status = 'queued'; status !== 'completed'; await wait(200)) {
      ({ status } = await page.evaluate(call, [`/code-review/${job}`]));
      if (['failed', 'cancelled'].includes(status)) throw new Error(`The review ended as ${status}.`);
    }
    await page.close();
    return `/reviews/${job}`;
  } finally {
    await connection.close(); // Lighthouse drives the browser alone
  }
}

/** Runs inside the page, so that the browser keeps the cookies. */
async function call([path, body]) {
  const csrf = /__Host-csrf=([^;]*)/.exec(globalThis.document.cookie)?.[1];
  const response = await fetch(`/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      'Content-Type': 'application/json',
      ...(csrf && { 'X-CSRF-Token': decodeURIComponent(csrf) }),
    },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${response.status} ${path}: ${await response.text()}`);
  return response.json();
}

async function medianOf(path, port, allowed) {
  const reports = [];
  for (let run = 0; run < runs; run += 1) reports.push(await reportOf(`${origin}${path}`, port));
  const middle = (figure) => Math.round(reports.map(figure).sort((a, b) => a - b)[Math.floor(runs / 2)]);
  const interactive = middle(({ audits }) => audits.interactive.numericValue);
  const performance = middle(({ categories }) => categories.performance.score * 100);
  const accessibility = middle(({ categories }) => categories.accessibility.score * 100);
  const kept =
    interactive < allowed.interactive &&
    performance >= allowed.performance &&
    accessibility >= allowed.accessibility;
  if (!kept) console.error(`${path}:`, failuresOf(reports[0]).join(', '));
  const median = { interactive, performance, accessibility, kept };
  console.log(path, median);
  return median;
}

/** Made again when the browser was too busy to record how the page began to load. */
async function reportOf(address, port, attempts = 3) {
  const { stdout, failure } = await promisify(execFile)(
    'npx',
    [
      '--yes',
      `lighthouse@${version}`,
      address,
      `--port=${port}`,
      '--preset=desktop',
      '--only-categories=performance,accessibility',
      '--output=json',
      '--quiet',
    ],
    { maxBuffer: 64 * 1024 * 1024 },
  ).catch(({ stderr, message }) => ({ failure: stderr || message }));
  if (failure?.includes('NO_NAVSTART') && attempts > 1) return reportOf(address, port, attempts - 1);
  if (failure) throw new Error(failure);
  const report = JSON.parse(stdout);
  if (report.finalDisplayedUrl !== address) throw new Error(`${address} led to ${report.finalDisplayedUrl}`);
  return report;
}

/** The audits below their best that count towards a score. */
function failuresOf({ audits, categories }) {
  return Object.values(categories)
    .flatMap(({ auditRefs }) => auditRefs)
    .filter(({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 1)
    .map(({ id }) => `${id} ${audits[id].displayValue ?? ''}`.trim());
}
