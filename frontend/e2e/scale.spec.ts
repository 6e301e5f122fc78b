import { expect, test, type Page } from '@playwright/test';
import { newAccount, register } from './people';

/**
 * What a review of great size does to the page. The page and its session are real; the answers are made here. How long
 * interactions take is printed and judged by whoever reads it: the goal is 200 ms on a machine at rest.
 */
const jobId = '0199f3a2-7c41-7d30-9b6e-2f4c8a1d5e99';
const api = `**/api/v1/code-review/${jobId}`;
const findings = 5_000;
const lines = 10_000;

const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
const open = {
  state: 'open',
  reason: null,
  comment: null,
  author_id: null,
  decided_at: null,
  expires_at: null,
};

function issue(index: number) {
  const line = 1 + ((index * 7) % lines);
  return {
    id: `issue-${index}`,
    severity: severities[index % severities.length],
    category: 'security',
    file_path: index % 2 ? 'src/large.py' : 'src/other.py',
    line,
    end_line: line,
    column: 1,
    end_column: 12,
    message: `Finding number ${index} of many, with words enough to need a second line in the list`,
    suggestion: 'Do it another way.',
    fix: null,
    rule_id: `python:S${index % 40}`,
    cwe: ['CWE-89'],
    confidence: 0.9,
    sources: ['sonar'],
    fingerprint: `f-${index}`,
    shelf: 'tool_confirmed',
    quote: 'value = call()',
    related: [],
    triage: open,
    change: null,
  };
}

const content = Array.from(
  { length: lines },
  (_, line) => `value_${line} = call(${line})  # line ${line}\n`,
).join('');
const status = {
  job_id: jobId,
  status: 'completed',
  workflow: 'quick_code_review',
  progress: 100,
  step: 'completed',
  created_at: '2026-01-15T09:30:00Z',
  started_at: '2026-01-15T09:30:01Z',
  completed_at: '2026-01-15T09:31:00Z',
  error: null,
};

async function serveLargeReview(page: Page): Promise<void> {
  await page.route(api, (route) => route.fulfill({ json: status }));
  await page.route(`${api}/files`, (route) =>
    route.fulfill({
      json: {
        items: ['src/large.py', 'src/other.py'].map((path) => ({ path, language: 'python', content })),
      },
    }),
  );
  await page.route(`${api}/results`, (route) =>
    route.fulfill({
      json: {
        ...status,
        duration_seconds: 59,
        analysis_mode: 'deterministic',
        verdict: { gate: 'failed', conditions: [] },
        coverage: { files: [], secrets_masked: 0, findings_dropped: 0 },
        baseline_job_id: null,
        results: {
          summary: 'Many findings.',
          issues: Array.from({ length: findings }, (_, index) => issue(index)),
          gone: [],
          metrics: { code_quality: 1, security_score: 1, performance_score: 1, maintainability_score: 1 },
          agents: [],
        },
      },
    }),
  );
}

/** The longest interactions since the page began, as the browser measures them: from the input to the next frame. */
async function slowestInteraction(page: Page): Promise<number> {
  return page.evaluate(() => {
    const seen = (window as unknown as { interactions: number[] }).interactions;
    // The longest in fifty is left out, as the published measure does.
    return seen.sort((a, b) => b - a)[Math.floor(seen.length / 50)] ?? 0;
  });
}

async function measureInteractions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const target = window as unknown as { interactions: number[] };
    target.interactions = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[]) {
        if (entry.interactionId > 0) target.interactions.push(entry.duration);
      }
    }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  });
}

test('walks and filters 5,000 findings in a file of 10,000 lines while few of them are drawn', async ({
  page,
}) => {
  await measureInteractions(page);
  await register(page, newAccount());
  await serveLargeReview(page);
  const began = Date.now();
  await page.goto(`/reviews/${jobId}?tab=all`);
  await expect(page.getByRole('list', { name: 'List of findings' })).toBeVisible();
  await expect(page.locator('.monaco-editor')).toBeVisible();
  const shown = Date.now() - began;
  expect(
    await page.getByRole('list', { name: 'List of findings' }).getByRole('listitem').count(),
  ).toBeLessThan(60);

  for (let step = 0; step < 20; step += 1) await page.keyboard.press('j');
  await expect(page).toHaveURL(/finding=issue-/);
  await expect(page.getByText('20 of 5,000')).toBeVisible();
  const walking = await slowestInteraction(page);

  await page.keyboard.press('/');
  await page.keyboard.type('number 4999', { delay: 20 });
  await expect(page.getByRole('list', { name: 'List of findings' }).getByRole('link')).toHaveCount(1);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByRole('button', { name: /^Low/ }).click();
  await expect(page.getByRole('list', { name: 'List of findings' }).getByRole('link').first()).toBeVisible();
  const all = await slowestInteraction(page);
  console.log(
    `5,000 findings, 10,000 lines: shown after ${shown} ms; slowest interaction ${walking} ms walking, ${all} ms in all`,
  );
});

test('follows a thousand events a second and can be used meanwhile', async ({ page }) => {
  await measureInteractions(page);
  await register(page, newAccount());
  await page.route(api, (route) => route.fulfill({ json: { ...status, status: 'running', progress: 5 } }));
  await page.route(`${api}/files`, (route) =>
    route.fulfill({ json: { items: [{ path: 'src/large.py', language: 'python', content }] } }),
  );
  const events = 5_000;
  await page.routeWebSocket(/\/api\/v1\/ws\//, (socket) => {
    socket.send(JSON.stringify({ type: 'connected', job_id: jobId }));
    let seq = 0;
    const timer = setInterval(() => {
      for (let burst = 0; burst < 100 && seq < events; burst += 1) {
        seq += 1;
        const told =
          seq % 3 === 0
            ? { type: 'issue', issue: { ...issue(seq), file_path: 'src/large.py' } }
            : { type: 'agent_message', agent: ['sonar', 'flow'][seq % 2], message: `Message ${seq}` };
        socket.send(JSON.stringify({ ...told, seq }));
      }
      if (seq >= events) clearInterval(timer);
    }, 100);
  });
  await page.goto(`/reviews/${jobId}`);
  await expect(page.getByRole('button', { name: 'Cancel review' })).toBeVisible();
  for (let step = 0; step < 15; step += 1) {
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.keyboard.press('Escape');
  }
  await expect(page.getByText('1,666 findings so far')).toBeVisible({ timeout: 30_000 });
  const slowest = await slowestInteraction(page);
  console.log(`1,000 events a second: slowest interaction ${slowest} ms`);
});
