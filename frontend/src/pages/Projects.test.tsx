import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { aHistoryItem, aProject, jobId, projectId } from '@/test/builders';
import { openAt, signedIn } from '@/test/render';
import { accepts, answers, fails, server } from '@/test/server';

const one = `/projects/${projectId}`;

beforeEach(signedIn);

describe('the projects', () => {
  it('says how to begin when there are none', async () => {
    answers('/projects', { items: [], next_cursor: null });
    openAt('/projects');
    expect(await screen.findByRole('heading', { name: 'No projects yet' })).toBeInTheDocument();
    expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'New project' })).toBeInTheDocument();
  });

  it('never shows a failure as empty', async () => {
    fails('get', '/projects', 500);
    openAt('/projects');
    expect(await screen.findByRole('alert')).toHaveTextContent('req-4711');
    expect(screen.queryByText('No projects yet')).not.toBeInTheDocument();
  });

  it('shows each with its language and how its last review ended', async () => {
    answers('/projects', { items: [aProject()], next_cursor: null });
    openAt('/projects');
    const card = (await screen.findByRole('link', { name: 'Web shop' })).closest('article')!;
    expect(within(card).getByText('Python')).toBeInTheDocument();
    expect(within(card).getByText('Failed')).toBeInTheDocument();
  });

  it('keeps the search in the address and asks the server for it', async () => {
    const asked: (string | null)[] = [];
    server.use(
      http.get('https://app.test/api/v1/projects', ({ request }) => {
        const q = new URL(request.url).searchParams.get('q');
        asked.push(q);
        return HttpResponse.json({ items: q ? [] : [aProject()], next_cursor: null });
      }),
    );
    const { user, shown } = openAt('/projects');
    await user.type(await screen.findByRole('searchbox', { name: 'Search projects' }), 'shop');
    await waitFor(() => expect(shown.address).toBe('/projects?q=shop'));
    expect(await screen.findByText('No project matches')).toBeInTheDocument();
    expect(asked.at(-1)).toBe('shop');
    await user.click(screen.getByRole('button', { name: 'Clear search and filter' }));
    expect(shown.address).toBe('/projects');
  });

  it('makes one in a dialog and opens it', async () => {
    answers('/projects', { items: [], next_cursor: null });
    answers(one, aProject({ last_review: null }));
    answers(`${one}/reviews`, { items: [], next_cursor: null });
    const sent = accepts('/projects', 201, aProject({ last_review: null }));
    const { user, shown } = openAt('/projects');
    await user.click(await screen.findByRole('button', { name: 'New project' }));
    const dialog = await screen.findByRole('dialog', { name: 'New project' });
    await user.click(within(dialog).getByRole('button', { name: 'Create project' }));
    expect(await within(dialog).findByText('Enter a name')).toBeInTheDocument();
    await user.type(within(dialog).getByLabelText('Name'), 'Web shop');
    await user.type(within(dialog).getByLabelText('Repository address'), 'http://example.com/shop');
    await user.click(within(dialog).getByRole('button', { name: 'Create project' }));
    expect(await within(dialog).findByText(/begins with https/)).toBeInTheDocument();
    await user.clear(within(dialog).getByLabelText('Repository address'));
    await user.click(within(dialog).getByRole('button', { name: 'Create project' }));
    await waitFor(() => expect(shown.address).toBe(one));
    expect(sent[0]?.body).toMatchObject({ name: 'Web shop', repository_url: null, language: null });
    expect(sent[0]?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await screen.findByRole('heading', { name: 'No reviews in this project' })).toBeInTheDocument();
  });

  it('puts a refused name beside its field', async () => {
    answers('/projects', { items: [], next_cursor: null });
    fails('post', '/projects', 409, { detail: 'You have a project with this name.' });
    const { user } = openAt('/projects');
    await user.click(await screen.findByRole('button', { name: 'New project' }));
    const dialog = await screen.findByRole('dialog', { name: 'New project' });
    await user.type(within(dialog).getByLabelText('Name'), 'Web shop');
    await user.click(within(dialog).getByRole('button', { name: 'Create project' }));
    await waitFor(() => expect(within(dialog).getByLabelText('Name')).toBeInvalid());
  });
});

describe('a project', () => {
  it('lists its reviews as links', async () => {
    answers(one, aProject());
    answers(`${one}/reviews`, { items: [aHistoryItem()], next_cursor: null });
    openAt(`${one}?tab=reviews`);
    expect(await screen.findByRole('link', { name: 'app/db.py' })).toHaveAttribute(
      'href',
      `/reviews/${jobId}`,
    );
    expect(screen.getByRole('link', { name: 'Review code' })).toHaveAttribute(
      'href',
      `/reviews/new?project=${projectId}`,
    );
  });

  it('says that an unknown one does not exist', async () => {
    fails('get', one, 404);
    openAt(one);
    expect(await screen.findByRole('link', { name: 'All projects' })).toHaveAttribute('href', '/projects');
  });

  it('opens on its gate and its trend, with the same figures as a table', async () => {
    answers(one, aProject());
    answers(`${one}/reviews`, {
      items: [
        aHistoryItem({ issue_counts: { critical: 0, high: 1, medium: 0, low: 0, info: 0 }, gate: 'passed' }),
        aHistoryItem({ job_id: 'older', created_at: '2026-01-14T09:30:00Z' }),
      ],
      next_cursor: null,
    });
    const { user } = openAt(one);
    expect(
      await screen.findByText('Over 2 reviews, findings went from 3 to 1.', undefined, { timeout: 5_000 }),
    ).toBeInTheDocument();
    expect(screen.getByText(/^The security score stayed at /)).toBeInTheDocument();
    expect(screen.getByText('1 of the last 2 reviews passed.')).toBeInTheDocument();
    expect(screen.getByText('Critical findings: at most 0')).toBeInTheDocument();
    await user.click(screen.getAllByRole('button', { name: 'Show as table' })[0]!);
    const table = screen.getByRole('table', { name: 'Findings by review' });
    expect(within(table).getAllByRole('row')).toHaveLength(3);
  });

  it('saves its quality gate, and refuses limits that are none', async () => {
    answers(one, aProject());
    const sent: unknown[] = [];
    server.use(
      http.patch(`https://app.test/api/v1${one}`, async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(
          aProject({
            quality_gate: {
              conditions: [{ metric: 'critical_issues', operator: '<=', threshold: 2 }],
              is_default: false,
            },
          }),
        );
      }),
    );
    const { user } = openAt(`${one}?tab=settings`);
    const limit = await screen.findByLabelText('Critical findings: Limit');
    const gate = limit.closest('section')!;
    expect(within(gate).getByRole('button', { name: 'Save' })).toBeDisabled();
    await user.clear(limit);
    await user.type(limit, '-1');
    expect(limit).toBeInvalid();
    expect(within(gate).getByRole('button', { name: 'Save' })).toBeDisabled();
    await user.clear(limit);
    await user.type(limit, '2');
    await user.click(within(gate).getByRole('button', { name: 'Save' }));
    expect(
      await within(gate).findByRole('button', { name: 'Use the product’s own gate' }),
    ).toBeInTheDocument();
    expect(sent).toEqual([
      {
        quality_gate: {
          conditions: [
            { metric: 'critical_issues', threshold: 2 },
            { metric: 'security_score', threshold: 7 },
          ],
        },
      },
    ]);
  });

  it('asks before it is deleted', async () => {
    answers(one, aProject());
    answers('/projects', { items: [], next_cursor: null });
    let deleted = 0;
    server.use(
      http.delete(`https://app.test/api/v1${one}`, () => {
        deleted += 1;
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user, shown } = openAt(`${one}?tab=settings`);
    await user.click(await screen.findByRole('button', { name: 'Delete project' }));
    expect(deleted).toBe(0);
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(shown.address).toBe('/projects'));
    expect(deleted).toBe(1);
  });
});
