import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { http, HttpResponse } from 'msw';
import { m } from '@/i18n/messages';
import { queryClient } from '@/services/queryClient';
import type { ReviewResults, TriageDecision } from '@/types/review';
import { aHistoryItem, aStatus, jobId, projectId, sample, sampleFile } from '@/test/builders';
import { LiveSocket } from '@/test/liveSocket';
import { openAt, signedIn } from '@/test/render';
import { accepts, answers, fails, server } from '@/test/server';

const base = `/code-review/${jobId}`;
const results = JSON.parse(sample('results')) as ReviewResults;
const decided = JSON.parse(sample('results-decided')) as ReviewResults;

function completed(change: Partial<ReviewResults> = {}): void {
  answers(base, aStatus({ status: 'completed', progress: 100, completed_at: results.completed_at }));
  answers(`${base}/results`, { ...results, ...change });
  answers(`${base}/files`, { items: [sampleFile] });
}

const numbered = (name: string, seq: number) =>
  JSON.stringify({ ...(JSON.parse(sample(`event-${name}`)) as object), seq });

/** PATCH answers the issue as decided; the returned list collects what was sent. */
function decides(): { id: string; body: unknown }[] {
  const sent: { id: string; body: unknown }[] = [];
  server.use(
    http.patch(`https://app.test/api/v1${base}/issues/:id`, async ({ request, params }) => {
      const body = (await request.json()) as TriageDecision;
      sent.push({ id: String(params.id), body });
      const issue = results.results.issues.find(({ id }) => id === params.id);
      return HttpResponse.json({
        ...issue,
        triage: {
          reason: null,
          comment: null,
          expires_at: null,
          ...body,
          author_id: null,
          decided_at: '2026-01-15T10:00:00Z',
        },
      });
    }),
  );
  return sent;
}

beforeEach(() => {
  window.innerWidth = 1280;
  signedIn();
  vi.stubGlobal('WebSocket', LiveSocket);
  answers(`/workflows/history/${jobId}`, aHistoryItem({ project_id: projectId, workflow: 'security_audit' }));
});

describe('results', () => {
  it('begin with the verdict, its conditions and the receipt', async () => {
    completed();
    openAt(`/reviews/${jobId}`);
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
      'Failed: 2 of 2 conditions not met.',
    );
    const conditions = screen.getByRole('list', { name: 'Conditions' });
    expect(within(conditions).getAllByRole('img', { name: 'Not met' })).toHaveLength(2);
    expect(screen.getByRole('button', { name: /^Receipt/ })).toHaveTextContent(
      '1 of 2 files reviewed · 1 skipped · 10 lines · 1 secret masked · Deterministic analysis, no model was used · in 3.5 s',
    );
  });

  it('ask whether a finding helped, remember the answer and take it back', async () => {
    completed();
    const [issue] = results.results.issues;
    const sent: unknown[] = [];
    answers(`${base}/ratings`, { items: [{ fingerprint: issue!.fingerprint, helpful: false }] });
    server.use(
      http.put(`https://app.test/api/v1${base}/issues/${issue!.id}/rating`, async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json({ fingerprint: issue!.fingerprint, ...(sent.at(-1) as object) });
      }),
    );
    const { user } = openAt(`/reviews/${jobId}?finding=${issue!.id}`);
    const no = await screen.findByRole('button', { name: 'Not helpful' });
    await waitFor(() => expect(no).toHaveAttribute('aria-pressed', 'true'));
    await user.click(screen.getByRole('button', { name: 'Helpful' }));
    await waitFor(() => expect(no).toHaveAttribute('aria-pressed', 'false'));
    await user.click(screen.getByRole('button', { name: 'Helpful' }));
    await waitFor(() => expect(sent).toEqual([{ helpful: true }, { helpful: null }]));
  });

  it('take an answer back that the server refuses, and say why', async () => {
    completed();
    const [issue] = results.results.issues;
    fails('put', `${base}/issues/${issue!.id}/rating`, 503);
    const { user } = openAt(`/reviews/${jobId}?finding=${issue!.id}`);
    const yes = await screen.findByRole('button', { name: 'Helpful' });
    await waitFor(() => expect(yes).toBeEnabled());
    await user.click(yes);
    expect(await screen.findByRole('alert')).toHaveTextContent('req-4711');
    expect(yes).toHaveAttribute('aria-pressed', 'false');
  });

  it('show the four scores, whatever else is measured', async () => {
    const more = { ...results.results.metrics, issue_counts: { critical: 1 } };
    completed({ results: { ...results.results, metrics: more } });
    openAt(`/reviews/${jobId}`);
    await screen.findByRole('heading', { level: 1 });
    expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toEqual([
      'Quality',
      'Security',
      'Performance',
      'Maintainability',
    ]);
  });

  it('say which files were not reviewed and why', async () => {
    completed();
    const { user } = openAt(`/reviews/${jobId}`);
    await user.click(await screen.findByRole('button', { name: /^Receipt/ }));
    const row = screen.getByRole('cell', { name: 'app/static/vendor.min.js' }).closest('tr');
    expect(row).toHaveTextContent('Skipped');
    expect(row).toHaveTextContent('minified');
  });

  it('begin with what matters first, and count by severity what the list holds', async () => {
    completed();
    const { user } = openAt(`/reviews/${jobId}`);
    const list = await screen.findByRole('list', { name: 'List of findings' });
    const filters = screen.getByRole('group', { name: 'Filters' });
    const sum = (): number =>
      within(filters)
        .getAllByRole('button', { name: /^(Critical|High|Medium|Low|Info)\s*\d/ })
        .reduce((total, button) => total + Number(/\d+$/.exec(button.textContent)?.[0]), 0);
    expect(within(list).getAllByRole('link')).toHaveLength(2);
    expect(sum()).toBe(2);
    await user.click(within(filters).getByRole('button', { name: /^All/ }));
    expect(sum()).toBe(3);
  });

  it('fold what only polishes until somebody asks for it or comes to it', async () => {
    completed();
    const { user, shown } = openAt(`/reviews/${jobId}?tab=all`);
    const list = await screen.findByRole('list', { name: 'List of findings' });
    const fold = within(list).getByRole('button', { name: /^Nitpicks\s*1$/, expanded: false });
    expect(within(list).getAllByRole('link')).toHaveLength(2);
    await user.click(fold);
    expect(within(list).getAllByRole('link')).toHaveLength(3);
    expect(shown.address).toContain('nitpicks=shown');
    await user.click(fold);
    expect(within(list).getAllByRole('link')).toHaveLength(2);
    await user.keyboard('jjj');
    await waitFor(() => expect(fold).toHaveAttribute('aria-expanded', 'true'));
    expect(within(list).getByRole('link', { current: true })).toBe(within(list).getAllByRole('link')[2]);
    await user.click(fold);
    expect(within(list).getAllByRole('link')).toHaveLength(2);
    expect(shown.address).toBe(`/reviews/${jobId}?tab=all`);
  });

  it('keep the filters in the address', async () => {
    completed();
    const { user, shown } = openAt(`/reviews/${jobId}`);
    const filters = await screen.findByRole('group', { name: 'Filters' });
    await user.click(within(filters).getByRole('button', { name: /^Critical/ }));
    expect(shown.address).toBe(`/reviews/${jobId}?severity=critical`);
    expect(within(screen.getByRole('list', { name: 'List of findings' })).getAllByRole('link')).toHaveLength(
      1,
    );
    await user.type(screen.getByRole('searchbox'), 'nothing like it');
    expect(await screen.findByText('No finding matches the filters')).toBeInTheDocument();
    await user.click(screen.getAllByRole('button', { name: 'Clear filters' })[0]!);
    expect(shown.address).toBe(`/reviews/${jobId}`);
  });

  it('open a finding from its address, and mark its line', async () => {
    completed();
    openAt(`/reviews/${jobId}?finding=b41d7c2e90a3f586`);
    const detail = await screen.findByRole('region', { name: 'Finding' });
    expect(within(detail).getByRole('heading', { level: 2 })).toHaveTextContent(
      'dynamically formatted SQL query',
    );
    expect(within(detail).getByRole('link', { name: /CWE-89/ })).toHaveAttribute(
      'href',
      'https://cwe.mitre.org/data/definitions/89.html',
    );
    const code = screen.getByRole('region', { name: 'Reviewed code of app/db.py' });
    expect(code.querySelector('[data-line="7"]')).toHaveClass('finding-active-line');
  });

  it('fetch the code of a finding that is beyond the pages which were fetched', async () => {
    completed();
    const asked: (string | null)[] = [];
    server.use(
      http.get(`https://app.test/api/v1${base}/files`, ({ request }) => {
        const path = new URL(request.url).searchParams.get('path');
        asked.push(path);
        return HttpResponse.json({ items: path === null ? [] : [sampleFile], next_cursor: null });
      }),
    );
    const [first] = results.results.issues;
    openAt(`/reviews/${jobId}?finding=${first!.id}`);
    await waitFor(() => expect(asked).toEqual([null, first!.file_path]));
    expect(
      await screen.findByRole('region', { name: `Reviewed code of ${sampleFile.path}` }),
    ).toBeInTheDocument();
  });

  it('open a finding from its line in the code', async () => {
    completed();
    const { user, shown } = openAt(`/reviews/${jobId}`);
    await user.click(await screen.findByRole('button', { name: 'Critical finding on line 3' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Open' }));
    expect(shown.address).toBe(`/reviews/${jobId}?finding=0c9be5a81f7d4432`);
    const list = screen.getByRole('list', { name: 'List of findings' });
    expect(within(list).getByRole('link', { current: true })).toHaveTextContent('hard-coded credential');
  });

  it('apply a fix to the code shown, take it back, and review the changed code', async () => {
    completed();
    const { user, shown } = openAt(`/reviews/${jobId}?finding=b41d7c2e90a3f586`);
    const code = await screen.findByRole('region', { name: 'Reviewed code of app/db.py' });
    const line = () => code.querySelector('[data-line="7"]')?.textContent;
    await user.click(screen.getByRole('button', { name: 'Apply fix' }));
    expect(line()).toContain('name = ?", (name,))');
    await user.click(screen.getByRole('button', { name: 'Undo fix' }));
    expect(line()).toContain('+ name +');
    await user.click(screen.getByRole('button', { name: 'Apply fix' }));
    await user.click(screen.getByRole('button', { name: 'Open in the editor' }));
    await waitFor(() => expect(shown.address).toBe('/reviews/new'));
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Code of/ })).value).toContain(
      '(name,))',
    );
  });

  it('review the changed code at once', async () => {
    completed();
    const sent = accepts('/code-review', 202, {
      job_id: '0199f3a2-7c41-7d30-9b6e-2f4c8a1d5e08',
      status: 'queued',
      created_at: '2026-01-15T09:31:00Z',
      estimated_duration: 4,
      websocket_url: '/api/v1/ws/0199f3a2-7c41-7d30-9b6e-2f4c8a1d5e08',
    });
    const { user, shown } = openAt(`/reviews/${jobId}?finding=b41d7c2e90a3f586`);
    await screen.findByRole('region', { name: 'Reviewed code of app/db.py' });
    answers('/code-review/0199f3a2-7c41-7d30-9b6e-2f4c8a1d5e08/files', { items: [sampleFile] });
    await user.keyboard('a');
    await user.click(screen.getByRole('button', { name: 'Review the changed code' }));
    await waitFor(() => expect(shown.address).toMatch(/5e08$/));
    expect(JSON.stringify(sent[0]?.body)).toContain('(name,))');
    expect(sent[0]?.body).toMatchObject({ project_id: projectId, workflow: 'security_audit' });
  });

  it('are walked, selected and fixed by keys', async () => {
    completed();
    const { user, shown } = openAt(`/reviews/${jobId}`);
    const list = await screen.findByRole('list', { name: 'List of findings' });
    await user.keyboard('j');
    expect(shown.address).toContain('finding=0c9be5a81f7d4432');
    await user.keyboard('j');
    expect(shown.address).toContain('finding=b41d7c2e90a3f586');
    await user.keyboard('x');
    expect(within(list).getByRole('checkbox', { checked: true })).toHaveAccessibleName(/dynamically/);
    expect(screen.getByRole('group', { name: 'Selected findings' })).toHaveTextContent('1 selected');
    await user.keyboard('a');
    expect(screen.getByRole('button', { name: 'Undo fix' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByRole('button', { name: 'Apply fix' })).toBeInTheDocument();
    await user.keyboard('k{Escape}');
    expect(shown.address).toBe(`/reviews/${jobId}`);
    await user.keyboard('/');
    expect(screen.getByRole('searchbox')).toHaveFocus();
  });

  it('are selected where the last key went, however fast the keys come', async () => {
    completed();
    openAt(`/reviews/${jobId}`);
    const list = await screen.findByRole('list', { name: 'List of findings' });
    act(() => {
      for (const key of ['j', 'x', 'j', 'x']) fireEvent.keyDown(document.body, { key });
    });
    expect(within(list).getAllByRole('checkbox', { checked: true })).toHaveLength(2);
  });

  it('are walked from where somebody went by other ways, after keys beyond the last one', async () => {
    completed();
    const { user, shown } = openAt(`/reviews/${jobId}`);
    const list = await screen.findByRole('list', { name: 'List of findings' });
    await user.keyboard('jjjj');
    await user.click(within(list).getAllByRole('link')[0]!);
    const first = shown.address;
    await user.keyboard('k');
    expect(shown.address).toBe(first);
  });

  it('say once why they matter, whatever number of weaknesses they name', async () => {
    const [first] = results.results.issues;
    completed({ results: { ...results.results, issues: [{ ...first!, cwe: ['CWE-798', 'CWE-259'] }] } });
    openAt(`/reviews/${jobId}?tab=all&finding=${first!.id}`);
    const why = (await screen.findByRole('heading', { name: m.results.why })).parentElement!;
    expect(within(why).getAllByText(/^Everyone who can read the code/)).toHaveLength(1);
  });

  it('are acted on where the code shows them, as far as that makes sense', async () => {
    completed();
    const sent = decides();
    const { user } = openAt(`/reviews/${jobId}`);
    const offered = async (line: number): Promise<(string | null)[]> => {
      await user.click(await screen.findByRole('button', { name: new RegExp(`finding on line ${line}$`) }));
      const menu = await screen.findByRole('menu');
      return within(menu)
        .getAllByRole('menuitem')
        .map(({ textContent }) => textContent);
    };
    expect(await offered(7)).toEqual(['Open', 'Apply fix', 'Reopen', 'Copy as prompt']);
    expect(screen.getByRole('menu')).toHaveTextContent(/python:S2077 · By an analyser · Almost certain/);
    await user.click(screen.getByRole('menuitem', { name: 'Reopen' }));
    await screen.findByText('1 finding: Open');
    expect(sent).toEqual([{ id: 'b41d7c2e90a3f586', body: { state: 'open' } }]);
    expect(await offered(7)).toEqual(['Open', 'Apply fix', 'Accept', 'Dismiss…', 'Copy as prompt']);
    await user.click(screen.getByRole('menuitem', { name: 'Copy as prompt' }));
    expect(await navigator.clipboard.readText()).toContain('app/db.py:7');
    await offered(7);
    await user.click(screen.getByRole('menuitem', { name: 'Apply fix' }));
    expect(await screen.findByRole('button', { name: 'Review the changed code' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /finding on line 7$/ })).not.toBeInTheDocument();
  });

  it('offer no fix that no longer fits the code', async () => {
    const issues = results.results.issues.map((issue) =>
      issue.fix ? { ...issue, fix: { ...issue.fix, line: 900, end_line: 900 } } : issue,
    );
    completed({ results: { ...results.results, issues } });
    const { user } = openAt(`/reviews/${jobId}`);
    await user.click(await screen.findByRole('button', { name: /finding on line 7$/ }));
    expect(await screen.findByRole('menuitem', { name: 'Open' })).toBeInTheDocument();
    expect(screen.queryByRole('menuitem', { name: 'Apply fix' })).not.toBeInTheDocument();
  });

  it('are chosen from a menu where several begin on one line', async () => {
    const issues = results.results.issues.map((issue) => ({ ...issue, line: 2, end_line: 2 }));
    completed({ results: { ...results.results, issues } });
    const { user, shown } = openAt(`/reviews/${jobId}`);
    const several = await screen.findByRole('button', { name: /^[2-9] findings on line 2/ });
    await user.click(several);
    expect(within(await screen.findByRole('menu')).getAllByRole('menuitem').length).toBeGreaterThan(1);
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(shown.address).toMatch(/finding=/);
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
  });

  it('show the steps of a flow in the code', async () => {
    completed();
    const { user, shown } = openAt(`/reviews/${jobId}?finding=b41d7c2e90a3f586`);
    const steps = await screen.findByRole('list', { name: 'Further places' });
    await user.click(within(steps).getByRole('button', { name: /The value comes in here/ }));
    expect(shown.address).toContain('step=1');
    const code = screen.getByRole('region', { name: 'Reviewed code of app/db.py' });
    expect(code.querySelector('[data-line="6"]')).toHaveClass('finding-active-line');
    expect(code.querySelector('[data-line="6"]')).toHaveTextContent('1 The value comes in here.');
    await user.click(screen.getByRole('button', { name: 'Show in the code' }));
    expect(code.querySelector('[data-line="7"]')).toHaveClass('finding-active-line');
  });

  it('are narrowed by facets, which say what they would list', async () => {
    completed();
    const { user, shown } = openAt(`/reviews/${jobId}?tab=all`);
    await user.click(await screen.findByRole('button', { name: 'Filter' }));
    await user.click(screen.getByRole('checkbox', { name: /Documentation\s*1/ }));
    expect(shown.address).toBe(`/reviews/${jobId}?tab=all&category=documentation`);
    await user.keyboard('{Escape}');
    const list = screen.getByRole('list', { name: 'List of findings' });
    expect(within(list).getAllByRole('link')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Remove filter Documentation' }));
    expect(within(list).getAllByRole('link')).toHaveLength(2);
  });

  it('of a comprehensive review begin with its decision, part by part', async () => {
    completed(decided);
    const { user } = openAt(`/reviews/${jobId}`);
    const { decision } = decided.results;
    expect(
      await screen.findByRole('heading', { name: m.runs.outcomes[decision!.decision] }),
    ).toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'Reasons' })).toHaveTextContent(decision!.reasons[0]!);
    await user.click(screen.getByRole('button', { name: /^Code Approve/ }));
    expect(screen.getByText(decision!.parts[0]!.summary)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /^Receipt/ }));
    expect(screen.getByText(decided.coverage.code_hash!)).toBeInTheDocument();
  });

  it('show openly where agents do not agree', async () => {
    completed(decided);
    const disputed = decided.results.issues.find(({ disagreements = [] }) => disagreements.length > 0)!;
    openAt(`/reviews/${jobId}?tab=all&finding=${disputed.id}`);
    const detail = await screen.findByRole('region', { name: 'Finding' });
    const said = within(detail).getByRole('heading', { name: 'The agents do not agree' }).parentElement!;
    for (const { reason } of disputed.disagreements!) expect(said).toHaveTextContent(reason);
    expect(screen.getAllByRole('img', { name: 'The agents do not agree' }).length).toBeGreaterThan(0);
  });

  it('are decided about, which shows at once and can be taken back', async () => {
    completed();
    const sent = decides();
    const { user } = openAt(`/reviews/${jobId}?finding=b41d7c2e90a3f586`);
    await screen.findByRole('region', { name: 'Finding' });
    await user.keyboard('e');
    const dialog = await screen.findByRole('dialog', { name: 'Decide about 1 finding' });
    await user.click(within(dialog).getByRole('radio', { name: /^Dismiss/ }));
    await user.clear(within(dialog).getByRole('textbox', { name: 'Comment' }));
    await user.type(within(dialog).getByRole('textbox', { name: 'Comment' }), 'Only a constant');
    await user.click(within(dialog).getByRole('button', { name: 'Save decision' }));
    expect(await screen.findByText('1 finding: Dismissed')).toBeInTheDocument();
    expect(sent).toEqual([
      {
        id: 'b41d7c2e90a3f586',
        body: { state: 'dismissed', reason: 'false_positive', comment: 'Only a constant', expires_at: null },
      },
    ]);
    expect(screen.getByRole('region', { name: 'Finding' })).toHaveTextContent('Only a constant');
    expect(screen.getByRole('button', { name: /^Dismissed\s*1/ })).toBeInTheDocument();
    await waitFor(() => expect(document.body).not.toHaveStyle({ pointerEvents: 'none' })); // the dialog is gone
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(sent.at(-1)?.body).toEqual({
        state: 'accepted',
        reason: null,
        comment: 'Planned for the next release.',
        expires_at: null,
      }),
    );
    expect(screen.queryByRole('button', { name: /^Dismissed/ })).not.toBeInTheDocument();
  });

  it('are decided about together, and go back to what they were when the server refuses', async () => {
    completed();
    fails('patch', `${base}/issues/:id`, 429, { detail: 'Wait a minute.' });
    const { user } = openAt(`/reviews/${jobId}`);
    await screen.findByRole('list', { name: 'List of findings' });
    await user.keyboard('jxjxe');
    const dialog = await screen.findByRole('dialog', { name: 'Decide about 2 findings' });
    await user.click(within(dialog).getByRole('button', { name: 'Save decision' }));
    expect(
      await screen.findByText('2 decisions were not saved. Wait a minute. Request id req-4711'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Dismissed/ })).not.toBeInTheDocument();
  });

  it('are whole on paper, whatever the list is narrowed to: what was not read, each finding, the receipt', async () => {
    completed();
    openAt(`/reviews/${jobId}?severity=critical`);
    await screen.findByRole('list', { name: 'List of findings' });
    act(() => void window.dispatchEvent(new Event('beforeprint')));
    expect(screen.getByRole('region', { name: '1 file not fully reviewed' })).toHaveTextContent(
      'app/static/vendor.min.js',
    );
    const paper = screen.getByRole('region', { name: '3 findings' });
    for (const { message } of results.results.issues) {
      expect(within(paper).getByRole('heading', { name: message })).toBeInTheDocument();
    }
    expect(within(paper).getByText(/^By an analyser · .*CWE-89 SQL injection$/)).toBeInTheDocument();
    expect(within(paper).getByRole('group', { name: m.code.change })).toBeInTheDocument();
    const all = screen.getByRole('table', { name: 'Files of this review' });
    expect(within(all).getAllByRole('row')).toHaveLength(1 + results.coverage.files.length);
    act(() => void window.dispatchEvent(new Event('afterprint')));
    expect(paper).not.toBeInTheDocument();
  });

  it('name on paper the agents that failed or had nothing to do, too', async () => {
    completed();
    answers(
      base,
      aStatus({ status: 'completed', workflow: results.workflow, failed_agents: ['security_auditor'] }),
    );
    const agents = ['patterns', 'sonar', 'security_auditor'].map((name) => ({ name }));
    answers('/workflows', { items: [{ name: results.workflow, agents }] });
    openAt(`/reviews/${jobId}`);
    await screen.findByRole('list', { name: 'List of findings' });
    await waitFor(() => expect(queryClient.isFetching()).toBe(0));
    act(() => void window.dispatchEvent(new Event('beforeprint')));
    const paper = screen.getByRole('table', { name: 'Agents of this review' });
    expect(within(paper).getByRole('row', { name: /^Security auditor Failed/ })).toBeInTheDocument();
    expect(within(paper).getByRole('row', { name: /^Sonar rules Skipped/ })).toBeInTheDocument();
  });

  it('keep on paper apart what was dismissed', async () => {
    const [first, ...others] = results.results.issues;
    const dismissed = {
      ...first!,
      triage: { ...first!.triage, state: 'dismissed', comment: 'A test.' } as const,
    };
    completed({ results: { ...results.results, issues: [dismissed, ...others] } });
    openAt(`/reviews/${jobId}`);
    await screen.findByRole('list', { name: 'List of findings' });
    act(() => void window.dispatchEvent(new Event('beforeprint')));
    expect(screen.getByRole('region', { name: '2 findings' })).not.toHaveTextContent(first!.message);
    const apart = screen.getByRole('region', { name: '1 finding dismissed' });
    expect(apart).toHaveTextContent(first!.message);
    expect(apart).toHaveTextContent('A test.');
  });

  it('are compared with another review', async () => {
    completed();
    const other = '0199f3a2-7c41-7d30-9b6e-2f4c8a1d5e01';
    answers(`/code-review/${other}/results`, {
      ...results,
      job_id: other,
      baseline_job_id: null,
      results: { ...results.results, issues: results.results.issues.slice(1) },
    });
    answers('/workflows/history', {
      items: [aHistoryItem({ job_id: other, file_path: 'earlier.py' })],
      next_cursor: null,
    });
    const { user, shown } = openAt(`/reviews/${jobId}/compare`);
    await user.click(await screen.findByRole('button', { name: /^Compared with/ }));
    await user.click(await screen.findByRole('option', { name: /earlier\.py/ }));
    expect(shown.address).toBe(`/reviews/${jobId}/compare?with=${other}`);
    expect(await screen.findByRole('tab', { name: 'New 1' })).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'Unchanged 2' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /hard-coded credential/ })).toBeInTheDocument();
    expect(screen.getByRole('row', { name: /^Critical/ })).toHaveTextContent('+1');
    const figures = screen.getByRole('button', { name: /^Figures/ });
    expect(figures).toHaveTextContent('Failed as before · 3 findings, 2 before');
    expect(figures).toHaveAttribute('aria-expanded', 'false');
    await user.click(figures);
    expect(figures).toHaveAttribute('aria-expanded', 'true');
  });

  it('are saved in the forms that the server writes', async () => {
    completed();
    const asked: (string | null)[] = [];
    server.use(
      http.get(`https://app.test/api/v1${base}/results`, ({ request }) => {
        const format = new URL(request.url).searchParams.get('format');
        asked.push(format);
        return format === null ? HttpResponse.json(results) : new HttpResponse('{"version":"2.1.0"}');
      }),
    );
    const saved: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined });
    const { user } = openAt(`/reviews/${jobId}`);
    await user.click(await screen.findByRole('button', { name: 'Export' }));
    await user.click(screen.getByRole('menuitem', { name: 'SARIF 2.1.0' }));
    await waitFor(() => expect(saved).toEqual(['review-0199f3a2.sarif']));
    expect(asked.at(-1)).toBe('sarif');
  });

  it('say plainly when nothing was found', async () => {
    completed({ results: { ...results.results, issues: [] }, verdict: { gate: 'passed', conditions: [] } });
    openAt(`/reviews/${jobId}`);
    expect(await screen.findByRole('heading', { name: 'No findings' })).toBeInTheDocument();
  });

  it('are still shown when the code cannot be read', async () => {
    completed();
    fails('get', `${base}/files`, 500);
    openAt(`/reviews/${jobId}`);
    expect(await screen.findByRole('list', { name: 'List of findings' })).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent('req-4711');
  });

  it('show one view at a time on a phone', async () => {
    window.innerWidth = 390;
    completed();
    const { user } = openAt(`/reviews/${jobId}`);
    await user.click(await screen.findByRole('link', { name: /dynamically formatted/ }));
    expect(await screen.findByRole('region', { name: 'Finding' })).toBeInTheDocument();
    expect(screen.queryByRole('list', { name: 'List of findings' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show in the code' }));
    expect(await screen.findByRole('region', { name: 'Reviewed code of app/db.py' })).toBeInTheDocument();
  });
});

describe('a review that is running', () => {
  beforeEach(() => {
    answers(base, aStatus());
    answers(`${base}/files`, { items: [sampleFile] });
  });

  it('shows steps, agents, messages and findings as they come', async () => {
    openAt(`/reviews/${jobId}`);
    await screen.findByRole('button', { name: 'Cancel review' });
    LiveSocket.last?.tell(
      sample('event-connected'),
      numbered('progress', 1),
      numbered('agent_message', 2),
      numbered('issue', 3),
    );
    expect(await screen.findByRole('button', { name: /dynamically formatted/ })).toBeInTheDocument();
    expect(screen.getByText('Live')).toBeInTheDocument();
    expect(screen.getAllByText('Code analyzer').length).toBeGreaterThan(0);
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25');
    expect(screen.getByText('1 finding so far')).toBeInTheDocument();
    expect(await screen.findByRole('button', { name: 'High finding on line 7' })).toBeInTheDocument();
  });

  it('becomes the results when it completes', async () => {
    openAt(`/reviews/${jobId}`);
    await screen.findByRole('button', { name: 'Cancel review' });
    completed();
    LiveSocket.last?.tell(sample('event-connected'), numbered('completed', 1));
    expect(await screen.findByRole('heading', { level: 1, name: /Failed/ })).toBeInTheDocument();
  });

  it('is called by its repository until the files are there, and shows them once they are', async () => {
    const repository_url = 'https://github.com/ada/shop';
    answers(`${base}/files`, { items: [{ path: 'repository.tar.gz', language: 'text', content: '' }] });
    answers(
      `/workflows/history/${jobId}`,
      aHistoryItem({ status: 'running', file_path: 'repository.tar.gz', repository_url }),
    );
    openAt(`/reviews/${jobId}`);
    expect(await screen.findByRole('heading', { name: 'Reviewing ada/shop' })).toBeInTheDocument();
    expect(screen.getByRole('navigation', { name: 'Breadcrumb' })).toHaveTextContent('ada/shop');
    expect(screen.getByText(/^It appears here when/)).toBeInTheDocument();
    answers(`${base}/files`, { items: [sampleFile] });
    LiveSocket.last?.tell(sample('event-connected'), numbered('progress', 1));
    expect(await screen.findByRole('heading', { name: 'Reviewing app/db.py' })).toBeInTheDocument();
  });

  it('shows the code beside the results even if that was unpacked at last', async () => {
    answers(`${base}/files`, { items: [{ path: 'shop.zip', language: 'text', content: '' }] });
    openAt(`/reviews/${jobId}`);
    await screen.findByRole('heading', { name: 'Reviewing shop.zip' });
    completed();
    LiveSocket.last?.tell(sample('event-connected'), numbered('completed', 1));
    expect(await screen.findByRole('heading', { level: 1, name: /Failed/ })).toBeInTheDocument();
    expect(await screen.findByRole('region', { name: 'Reviewed code of app/db.py' })).toBeInTheDocument();
  });

  it('is cancelled after asking', async () => {
    const calls: string[] = [];
    server.use(
      http.delete(`https://app.test/api/v1${base}`, ({ request }) => {
        calls.push(request.headers.get('X-CSRF-Token') ?? '');
        return HttpResponse.json(aStatus(), { status: 202 });
      }),
    );
    const { user } = openAt(`/reviews/${jobId}`);
    await user.click(await screen.findByRole('button', { name: 'Cancel review' }));
    expect(calls).toEqual([]);
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Cancel review' }));
    expect(await screen.findByRole('button', { name: 'Cancelling' })).toBeDisabled();
    expect(calls).toEqual(['token-1']);
  });
});

describe('a review without results', () => {
  it('leads to the settings when a repository could not be opened, and to the same repository again', async () => {
    const repository_url = 'https://github.com/ada/shop';
    answers(base, aStatus({ status: 'failed', error: 'GitHub shows no such repository.' }));
    answers(`${base}/events`, { items: [] });
    answers(`${base}/files`, { items: [{ path: 'repository.tar.gz', language: 'text', content: '' }] });
    answers(
      `/workflows/history/${jobId}`,
      aHistoryItem({ status: 'failed', file_path: 'repository.tar.gz', repository_url }),
    );
    const { user, shown } = openAt(`/reviews/${jobId}`);
    expect(await screen.findByRole('link', { name: 'Give access' })).toHaveAttribute(
      'href',
      '/settings/repositories',
    );
    await user.click(screen.getByRole('button', { name: 'Review this repository again' }));
    expect(await screen.findByLabelText(/^Address/)).toHaveValue(repository_url);
    expect(shown.address).toBe('/reviews/new');
  });

  it('says why it failed, and keeps what it had found', async () => {
    answers(base, aStatus({ status: 'failed', error: 'The worker stopped three times.' }));
    answers(`${base}/files`, { items: [sampleFile] });
    server.use(
      http.get(`https://app.test/api/v1${base}/events`, ({ request }) => {
        const after = Number(new URL(request.url).searchParams.get('last_seq'));
        return HttpResponse.json({ items: after === 0 ? [JSON.parse(numbered('issue', 1))] : [] });
      }),
    );
    openAt(`/reviews/${jobId}`);
    expect(await screen.findByRole('heading', { name: 'The review failed' })).toBeInTheDocument();
    expect(screen.getByText(/The worker stopped three times/)).toBeInTheDocument();
    expect(await screen.findByRole('button', { name: /dynamically formatted/ })).toBeInTheDocument();
  });

  it('can be submitted again', async () => {
    answers(base, aStatus({ status: 'cancelled' }));
    answers(`${base}/files`, { items: [sampleFile] });
    answers(`${base}/events`, { items: [] });
    const { user } = openAt(`/reviews/${jobId}`);
    await user.click(await screen.findByRole('button', { name: 'Review this code again' }));
    expect(await screen.findByRole('textbox', { name: 'Code of app/db.py' })).toHaveValue(sampleFile.content);
  });

  it('is not found when it is unknown or of somebody else', async () => {
    fails('get', base, 404);
    openAt(`/reviews/${jobId}`);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Not found');
    expect(alert).toHaveTextContent('req-4711');
  });

  it('leads to the sign-in when the session has ended', async () => {
    fails('get', base, 401);
    fails('post', '/auth/refresh', 401);
    const { shown } = openAt(`/reviews/${jobId}`);
    expect(await screen.findByText(/Your session has ended/)).toBeInTheDocument();
    await waitFor(() => expect(shown.address).toContain(encodeURIComponent(`/reviews/${jobId}`)));
  });
});
