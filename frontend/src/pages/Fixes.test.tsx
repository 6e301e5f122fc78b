import { cleanup, screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Issue, ReviewResults } from '@/types/review';
import { aHistoryItem, aStatus, anIssue, jobId, sample } from '@/test/builders';
import { LiveSocket } from '@/test/liveSocket';
import { openAt, signedIn } from '@/test/render';
import { answers, server } from '@/test/server';

const base = `/code-review/${jobId}`;
const results = JSON.parse(sample('results')) as ReviewResults;
const content = 'import os\n\nrows = sum(lists, [])\nleast = sorted(rows)[0]\n';

function fixable(id: string, message: string, line: number, replacement: string): Issue {
  const end = (content.split('\n')[line - 1]?.length ?? 0) + 1;
  const fix = { description: '', line, column: 1, end_line: line, end_column: end, replacement };
  return anIssue({ id, message, file_path: 'app/rows.py', line, end_line: line, fix });
}

/** Two that change the same line, and one that changes another. */
const issues = [
  fixable('joins', 'Joins slowly', 3, 'rows = list(chain(lists))'),
  fixable('names', 'Names badly', 3, 'row_list = sum(lists, [])'),
  fixable('sorts', 'Sorts everything', 4, 'least = min(rows)'),
];

beforeEach(() => {
  window.innerWidth = 1280;
  signedIn();
  vi.stubGlobal('WebSocket', LiveSocket);
  answers(`/workflows/history/${jobId}`, aHistoryItem());
  answers(base, aStatus({ status: 'completed', progress: 100, completed_at: results.completed_at }));
  answers(`${base}/results`, { ...results, results: { ...results.results, issues } });
  answers(`${base}/files`, { items: [{ path: 'app/rows.py', language: 'python', content }] });
});

describe('fixes together', () => {
  it('are looked at first, leave out what collides, and are taken back', async () => {
    const { user } = openAt(`/reviews/${jobId}?tab=all`);
    await user.click(await screen.findByRole('button', { name: 'Apply 3 safe fixes' }));
    const preview = within(await screen.findByRole('dialog', { name: 'Apply safe fixes' }));
    const second = preview.getByRole('checkbox', { name: /Names badly/ });
    expect(second).toBeDisabled();
    expect(preview.getByText('Left out: it changes the same code as the fix of line 3.')).toBeVisible();

    await user.click(preview.getByRole('checkbox', { name: /Joins slowly/ }));
    expect(second).toBeChecked();
    await user.click(preview.getByRole('button', { name: 'Apply 2 fixes' }));
    expect(await screen.findByText(/^2 fixes applied to the code shown here/)).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.queryByText(/applied to the code shown here/)).toBeNull();
  });
});

describe('an applied fix', () => {
  it('stays applied while the tab is open, and is taken back after a decision, too', async () => {
    const first = openAt(`/reviews/${jobId}?finding=sorts`);
    const detail = () => within(screen.getByRole('region', { name: 'Finding' }));
    await first.user.click(await screen.findByRole('button', { name: 'Apply fix' }));
    cleanup();

    const decided = fixable('sorts', 'Sorts everything', 4, 'least = min(rows)');
    server.use(
      http.patch(`https://app.test/api/v1${base}/issues/sorts`, () =>
        HttpResponse.json({ ...decided, triage: { ...decided.triage, state: 'accepted' } }),
      ),
    );
    const { user } = openAt(`/reviews/${jobId}?finding=sorts`);
    expect(await screen.findByText(/^1 fix applied to the code shown here/)).toBeVisible();
    await user.click(detail().getByRole('button', { name: 'Accept' }));
    expect(await detail().findByText('Accepted')).toBeVisible();
    await user.click(detail().getByRole('button', { name: 'Undo fix' }));
    expect(screen.queryByText(/applied to the code shown here/)).toBeNull();
  });
});

describe('a finding that is dismissed', () => {
  it('leaves its place in the list to the next one', async () => {
    const [, second] = issues;
    server.use(
      http.patch(`https://app.test/api/v1${base}/issues/names`, () =>
        HttpResponse.json({ ...second, triage: { ...second?.triage, state: 'dismissed' } }),
      ),
    );
    const { user, shown } = openAt(`/reviews/${jobId}?tab=all&finding=names`);
    await screen.findByText('2 of 3');
    await user.keyboard('e');
    await user.click(await screen.findByRole('button', { name: 'Save decision' }));
    expect(await screen.findAllByText('2 of 3 findings')).not.toHaveLength(0);
    await user.keyboard('j');
    expect(shown.address).toContain('finding=sorts');
  });
});

describe('a link to a finding', () => {
  it('shows the list in which it stands', async () => {
    answers(`${base}/results`, {
      ...results,
      results: {
        ...results.results,
        issues: [...issues.slice(0, 2), anIssue({ id: 'low', severity: 'low' })],
      },
    });
    openAt(`/reviews/${jobId}?finding=low`);
    expect(await screen.findByRole('button', { name: /^All 3/ })).toHaveAttribute('aria-pressed', 'true');
  });
});

describe('a fix whose code another one changed', () => {
  it('is refused with the reason, until that one is taken back', async () => {
    const { user } = openAt(`/reviews/${jobId}?tab=all&finding=joins`);
    const detail = within(await screen.findByRole('region', { name: 'Finding' }));
    await user.click(await detail.findByRole('button', { name: 'Apply fix' }));
    await user.keyboard('j');
    expect(await detail.findByText(/changed the same code: line 3, “Joins slowly”/)).toBeVisible();
    expect(detail.getByRole('button', { name: 'Apply fix' })).toBeDisabled();
    await user.keyboard('a');
    expect(await screen.findByText(/^Not applied: another fix changed the same code/)).toBeVisible();

    await user.click(detail.getByRole('button', { name: 'Undo the other fix' }));
    expect(detail.getByRole('button', { name: 'Apply fix' })).toBeEnabled();
  });
});
