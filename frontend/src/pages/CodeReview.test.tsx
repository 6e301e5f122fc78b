import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { aProject, jobId, projectId, sampleFile } from '@/test/builders';
import { emptyDraft, loadDraft, saveDraft } from '@/services/draft';
import { openAt, signedIn } from '@/test/render';
import { accepts, answers, fails } from '@/test/server';

const submitted = {
  job_id: jobId,
  status: 'queued',
  created_at: '2026-01-15T09:30:00Z',
  estimated_duration: 4,
  websocket_url: `/api/v1/ws/${jobId}`,
};

const options = {
  repository_hosts: ['github.com'],
  posts_comments: false,
  models: ['gpt-4.1-mini'],
  highest_max_usd: null,
  prices_as_of: '2026-05-01',
};

const estimate = {
  workflow: 'quick_code_review',
  analysis_mode: 'agents',
  seconds: { typical: 24, runs: 12, basis: 'own' },
  tokens: { min: 10_230, max: 61_800 },
  usd: { min: 0.04, max: 0.34 },
  max_usd: 2,
  model: 'gpt-4.1-mini',
  prices_as_of: '2026-05-01',
  files: [{ path: 'package-lock.json', status: 'skipped', reason: 'generated code' }],
  exact: false,
};

class SilentSocket extends EventTarget {
  static readonly OPEN = 1;
  close(): void {
    return;
  }
}

const editor = () => screen.findByRole('textbox', { name: /^Code of/ });
const storedText = () =>
  JSON.parse(localStorage.getItem('draft') ?? 'null') as { files: { content: string }[] } | null;

beforeEach(() => {
  signedIn();
  vi.stubGlobal('WebSocket', SilentSocket);
});

describe('a new review', () => {
  it('submits with Ctrl+Enter what is in the editor, and goes to the review', async () => {
    const sent = accepts('/code-review', 202, submitted);
    answers(`/code-review/${jobId}/files`, { items: [sampleFile] });
    const { user, shown } = openAt('/reviews/new');
    await user.click(await editor());
    await user.paste('import os\nprint(os.name)\n');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByRole('button', { name: 'Cancel review' });
    expect(shown.address).toBe(`/reviews/${jobId}`);
    expect(sent[0]?.body).toMatchObject({ code: 'import os\nprint(os.name)\n', language: 'python' });
    expect(sent[0]?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(storedText()?.files[0]?.content).toBe('');
  });

  it('says once that too much was asked in a minute, and goes on by itself', async () => {
    const tooSoon = [
      429,
      { detail: 'At most 100 requests in 60 seconds are taken.' },
      { 'Retry-After': '1' },
    ] as const;
    fails('get', '/projects', ...tooSoon);
    fails('get', '/users/me/quota', ...tooSoon);
    fails('get', '/code-review/options', ...tooSoon);
    fails('post', '/code-review/estimate', ...tooSoon);
    const { user } = openAt('/reviews/new');
    await user.click(await editor());
    await user.paste('x = 1');
    expect(await screen.findByText(/^Too many requests in a minute.* in 1 s/)).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    signedIn();
    accepts('/code-review/estimate', 200, estimate);
    expect(await screen.findByText(/24 s/)).toBeInTheDocument();
    await waitFor(() => expect(screen.queryAllByText(/^Too many requests/)).toEqual([]));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says in the words of the server that a quota is used up', async () => {
    const detail = 'Your account may run 5 reviews a day, and none of them is left.';
    fails('post', '/code-review', 429, { title: 'Quota used up', detail }, { 'Retry-After': '7200' });
    const { user } = openAt('/reviews/new');
    await user.click(await editor());
    await user.paste('x = 1');
    await user.click(screen.getByRole('button', { name: /Review code/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent(detail);
  });

  it('sends the same key when the same draft is submitted again after a failure', async () => {
    fails('post', '/code-review', 503);
    const { user } = openAt('/reviews/new');
    await user.click(await editor());
    await user.paste('x = 1');
    await user.click(screen.getByRole('button', { name: /Review code/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent('req-4711');
    expect(await editor()).toHaveValue('x = 1');
    const sent = accepts('/code-review', 503, {});
    await user.click(screen.getByRole('button', { name: /Review code/ }));
    await waitFor(() => expect(sent).toHaveLength(1));
    await user.click(await screen.findByRole('button', { name: /Review code/ }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[0]?.headers.get('Idempotency-Key')).toBe(sent[1]?.headers.get('Idempotency-Key'));
  });

  it('keeps the draft when the page is left', async () => {
    const { user } = openAt('/reviews/new');
    await user.click(await editor());
    await user.paste('half a thought');
    answers('/workflows/history', { items: [], next_cursor: null });
    await user.click(screen.getAllByRole('link', { name: 'History' })[0]!);
    await screen.findByRole('heading', { name: 'No reviews yet' });
    await user.click(screen.getAllByRole('link', { name: 'New review' })[0]!);
    expect(await editor()).toHaveValue('half a thought');
  });

  it('leaves nothing behind when the person signs out', async () => {
    accepts('/auth/logout', 204, null);
    const { user, shown } = openAt('/reviews/new');
    await user.click(await editor());
    await user.paste('nobody else sees this');
    await waitFor(() => expect(storedText()?.files[0]?.content).toBe('nobody else sees this'));
    await user.click(screen.getByRole('button', { name: /^Account of/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
    await screen.findByRole('button', { name: 'Sign in' });
    expect(shown.address).toBe('/login');
    expect(localStorage.getItem('draft')).toBeNull();
  });

  it('tells the language it sees, and lets it be changed', async () => {
    const { user } = openAt('/reviews/new');
    await user.click(await editor());
    await user.paste('package main\n\nfunc main() {\n}\n');
    const language = screen.getByRole('combobox', { name: 'Language' });
    expect(language).toHaveTextContent('Go (detected)');
    await user.click(language);
    await user.click(await screen.findByRole('option', { name: 'Rust' }));
    expect(language).toHaveTextContent('Rust');
  });

  it('warns of a secret before the code leaves the browser', async () => {
    const { user } = openAt('/reviews/new');
    await user.click(await editor());
    await user.paste('x = 1\npassword = "hunter22"\n');
    expect(await screen.findByText('Possible secret on line 2')).toBeInTheDocument();
  });

  it('reviews an example in one click', async () => {
    const sent = accepts('/code-review', 202, submitted);
    answers(`/code-review/${jobId}/files`, { items: [sampleFile] });
    const chosen = { ...emptyDraft, workflow: 'security_audit', project: 'p-1' };
    saveDraft(chosen);
    const { user } = openAt('/reviews/new');
    await user.click(await screen.findByRole('button', { name: 'Review the example Account lookup' }));
    await screen.findByRole('button', { name: 'Cancel review' });
    expect(sent[0]?.body).toMatchObject({ file_path: 'app/accounts.py', workflow: 'security_audit' });
    expect(sent[0]?.body).not.toHaveProperty('project_id');
    expect(loadDraft()).toEqual(chosen); // the choice stays for the next review
  });

  it('opens the example of the address and puts the earlier draft aside', async () => {
    localStorage.setItem(
      'draft',
      '{"files":[{"path":null,"content":"mine","language":null}],"active":0,"focus":[]}',
    );
    const { user, shown } = openAt('/reviews/new?example=java');
    expect((await editor()).textContent).toContain('public class Orders');
    await waitFor(() => expect(shown.address).toBe('/reviews/new'));
    await user.click(screen.getByRole('button', { name: 'Restore it' }));
    expect(await editor()).toHaveValue('mine');
  });

  it('takes dropped files and names those it does not take', async () => {
    openAt('/reviews/new');
    await editor();
    const files = [
      new File(['print(1)\n'], 'a.py'),
      new File([new Uint8Array([1, 0, 2])], 'logo.png'),
      new File([''], 'b.py'),
    ];
    fireEvent.drop(window, { dataTransfer: { types: ['Files'], files } });
    expect(await screen.findByText('2 files were not added')).toBeInTheDocument();
    expect(screen.getByText('logo.png').closest('li')).toHaveTextContent('not a text file');
    expect(await editor()).toHaveValue('print(1)\n');
    expect(screen.getByRole('textbox', { name: 'File name' })).toHaveValue('a.py');
  });

  it('sends what to focus on', async () => {
    const sent = accepts('/code-review', 202, submitted);
    answers(`/code-review/${jobId}/files`, { items: [sampleFile] });
    const { user } = openAt('/reviews/new');
    await user.click(await editor());
    await user.paste('x = 1');
    await user.click(screen.getByRole('button', { name: /^Focus/ }));
    await user.click(await screen.findByRole('checkbox', { name: /^Security/ }));
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: /Review code/ }));
    await waitFor(() => expect(sent[0]?.body).toMatchObject({ focus_areas: ['security'] }));
  });

  it('belongs to the project that the address names, also when it is not among the latest', async () => {
    answers('/projects', { items: [aProject({ id: 'other', name: 'Other' })], next_cursor: null });
    answers(`/projects/${projectId}`, aProject({ name: 'Web shop' }));
    const sent = accepts('/code-review', 202, submitted);
    const { user, shown } = openAt(`/reviews/new?project=${projectId}`);
    expect(await screen.findByRole('button', { name: 'Project: Web shop' })).toBeInTheDocument();
    expect(shown.address).toBe('/reviews/new');
    await user.type(await editor(), 'x = 1');
    await user.click(screen.getByRole('button', { name: /^Review code/ }));
    await waitFor(() => expect(sent[0]?.body).toMatchObject({ project_id: projectId }));
  });

  it('belongs to a project that is found by typing', async () => {
    answers('/projects', {
      items: [{ id: 'p-1', name: 'Shop', language: 'python' }],
      next_cursor: null,
    });
    const sent = accepts('/code-review', 202, {
      job_id: '0199f3a2-7c41-7d30-9b6e-2f4c8a1d5e08',
      status: 'queued',
      created_at: '2026-01-15T09:31:00Z',
      estimated_duration: 4,
      websocket_url: '/api/v1/ws/x',
    });
    answers('/code-review/0199f3a2-7c41-7d30-9b6e-2f4c8a1d5e08/files', { items: [] });
    const { user } = openAt('/reviews/new');
    await user.type(await screen.findByRole('textbox', { name: /^Code of/ }), 'x = 1');
    await user.click(await screen.findByRole('button', { name: 'Project: No project' }));
    await user.keyboard('sho');
    await user.click(await screen.findByRole('option', { name: /Shop/ }));
    await user.click(screen.getByRole('button', { name: /^Review code/ }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toMatchObject({ project_id: 'p-1' });
  });

  it('says before it is submitted what the review takes, without sending the code', async () => {
    const asked = accepts('/code-review/estimate', 200, estimate);
    answers('/code-review/options', { ...options, highest_max_usd: 2 });
    const sent = accepts('/code-review', 202, submitted);
    answers(`/code-review/${jobId}/files`, { items: [sampleFile] });
    const { user } = openAt('/reviews/new');
    await user.click(await editor());
    await user.paste('password_of_ada = 1');
    expect(await screen.findByText('$0.04 to $0.34')).toBeInTheDocument();
    expect(screen.getByText('about 24 s')).toBeInTheDocument();
    expect(screen.getByText('10.2K to 61.8K tokens')).toBeInTheDocument();
    expect(screen.getByText('package-lock.json left out: generated code')).toBeInTheDocument();
    expect(JSON.stringify(asked)).not.toContain('password_of_ada');
    await user.type(screen.getByRole('spinbutton', { name: /^At most/ }), '0.25');
    await user.click(screen.getByRole('button', { name: /Review code/ }));
    await waitFor(() => expect(sent[0]?.body).toMatchObject({ max_usd: 0.25 }));
  });

  it('reviews a repository at a pull request, and says why no comments can be posted', async () => {
    const sent = accepts('/code-review', 202, submitted);
    const asked = accepts('/code-review/estimate', 200, {
      ...estimate,
      tokens: null,
      usd: null,
      files: null,
    });
    answers(`/code-review/${jobId}/files`, { items: [sampleFile] });
    const { user } = openAt('/reviews/new');
    await user.click(await screen.findByRole('button', { name: 'Repository' }));
    expect(screen.getByRole('button', { name: 'Review repository' })).toBeDisabled();
    expect(await screen.findByRole('link', { name: 'Give access' })).toHaveAttribute(
      'href',
      '/settings/repositories',
    );
    await user.type(screen.getByRole('textbox', { name: 'Address' }), 'https://github.com/ada/shop');
    await user.type(screen.getByRole('spinbutton', { name: 'Pull request' }), '12');
    expect(screen.getByRole('switch', { name: 'Post the review as comments' })).toBeDisabled();
    expect(screen.getByText(/Comments are posted with your access to GitHub/)).toBeInTheDocument();
    expect(await screen.findByText('cost not known beforehand, at most $2')).toBeInTheDocument();
    expect(asked[0]?.body).toMatchObject({ repository: { repository_url: 'https://github.com/ada/shop' } });
    await user.click(screen.getByRole('button', { name: 'Review repository' }));
    await waitFor(() =>
      expect(sent[0]?.body).toMatchObject({
        repository: { repository_url: 'https://github.com/ada/shop', pull_request: 12, post_comments: false },
      }),
    );
  });
});
