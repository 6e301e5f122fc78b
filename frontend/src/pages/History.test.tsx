import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { delay, http, HttpResponse, type JsonBodyType } from 'msw';
import { queryClient } from '@/services/queryClient';
import { aHistoryItem, jobId } from '@/test/builders';
import { openAt, signedIn } from '@/test/render';
import { answers, fails, server } from '@/test/server';

const path = '/workflows/history';

beforeEach(() => {
  signedIn();
  answers('/projects', { items: [], next_cursor: null });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the history', () => {
  it('says that it is loading', async () => {
    server.use(http.get(`https://app.test/api/v1${path}`, () => delay('infinite')));
    openAt('/history');
    expect(await screen.findByRole('heading', { name: 'History' })).toBeInTheDocument();
    expect(screen.getByText('Loading')).toBeInTheDocument();
  });

  it('shows how to start when there is nothing', async () => {
    answers(path, { items: [], next_cursor: null });
    openAt('/history');
    const empty = (await screen.findByRole('heading', { name: 'No reviews yet' })).closest('section');
    expect(within(empty!).getByRole('link', { name: 'New review' })).toHaveAttribute('href', '/reviews/new');
    expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
  });

  it('keeps the filters where they leave nothing', async () => {
    answers(path, { items: [], next_cursor: null });
    openAt('/history?status=failed');
    await screen.findByRole('heading', { name: 'No review matches the filters' });
    expect(screen.getByRole('searchbox')).toBeInTheDocument();
  });

  it('never shows a failure as empty', async () => {
    fails('get', path, 500);
    const { user } = openAt('/history');
    expect(await screen.findByRole('alert')).toHaveTextContent('req-4711');
    expect(screen.queryByText('No reviews yet')).not.toBeInTheDocument();
    answers(path, { items: [aHistoryItem()], next_cursor: null });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'app/db.py' })).toBeInTheDocument();
  });

  it('lists reviews as links with status, verdict, counts and duration', async () => {
    answers(path, { items: [aHistoryItem()], next_cursor: null });
    openAt('/history');
    const row = (await screen.findByRole('link', { name: 'app/db.py' })).closest('tr') as HTMLElement;
    expect(within(row).getByRole('link')).toHaveAttribute('href', `/reviews/${jobId}`);
    expect(row).toHaveTextContent('Completed');
    expect(row).toHaveTextContent('Failed');
    expect(within(row).getAllByRole('img', { name: 'High' })[0]?.parentElement).toHaveTextContent('2');
    expect(row).toHaveTextContent('3.5 s');
  });

  it('calls a run without code by what was asked', async () => {
    const question = 'Where is the total calculated?';
    const asked = aHistoryItem({
      workflow: 'research',
      question,
      file_path: '',
      language: null,
      file_count: 0,
    });
    answers(path, { items: [asked], next_cursor: null });
    openAt('/history');
    const link = await screen.findByRole('link', { name: question });
    expect(link).toHaveAttribute('href', `/runs/${jobId}`);
    expect(link.closest('td')).toHaveTextContent('Research');
  });

  it('folds the filters on phones, and says how many are set', async () => {
    answers(path, { items: [aHistoryItem()], next_cursor: null });
    const { user } = openAt('/history?status=failed&language=python&q=db');
    const fold = await screen.findByRole('button', { name: 'Filters (2)' });
    expect(fold).toHaveAttribute('aria-expanded', 'false');
    await user.click(fold);
    expect(fold).toHaveAttribute('aria-expanded', 'true');
  });

  it('calls a repository that could not be fetched by its name', async () => {
    const shop = { repository_url: 'https://github.com/ada/shop', language: null };
    const unread = aHistoryItem({ ...shop, file_path: 'repository.tar.gz', status: 'failed' });
    const read = aHistoryItem({ ...shop, job_id: 'other', file_path: 'src/cart.py', file_count: 12 });
    answers(path, { items: [unread, read], next_cursor: null });
    openAt('/history');
    const row = (await screen.findByRole('link', { name: 'ada/shop' })).closest('tr')!;
    expect(row).toHaveTextContent('Repository');
    expect(screen.getByRole('link', { name: 'src/cart.py' }).closest('tr')).toHaveTextContent(
      'ada/shop, 12 files',
    );
    expect(screen.getByRole('button', { name: 'Delete ada/shop' })).toBeInTheDocument();
  });

  it('begins with the oldest when asked to, and says so in the address', async () => {
    const asked: (string | null)[] = [];
    server.use(
      http.get(`https://app.test/api/v1${path}`, ({ request }) => {
        asked.push(new URL(request.url).searchParams.get('sort'));
        return HttpResponse.json({ items: [aHistoryItem()], next_cursor: null });
      }),
    );
    const { user, shown } = openAt('/history?cursor=abc%3D');
    await user.click(await screen.findByRole('combobox', { name: 'Sorted by' }));
    await user.click(await screen.findByRole('option', { name: 'Oldest first' }));
    expect(shown.address).toBe('/history?sort=oldest');
    await waitFor(() => expect(asked).toEqual([null, 'oldest']));
  });

  it('goes to older reviews and back by the address', async () => {
    answers(path, { items: [aHistoryItem()], next_cursor: 'abc=' });
    const { user, shown } = openAt('/history');
    const pages = () => screen.findByRole('navigation', { name: 'Pages of the history' });
    expect(within(await pages()).getByRole('button', { name: 'Previous' })).toBeDisabled();
    await user.click(within(await pages()).getByRole('button', { name: 'Next' }));
    expect(shown.address).toBe('/history?cursor=abc%3D');
    await user.click(within(await pages()).getByRole('button', { name: 'Previous' }));
    expect(shown.address).toBe('/history');
  });

  it('is narrowed by the address, in the words of the API', async () => {
    const asked = watching({ items: [], next_cursor: null });
    openAt(
      '/history?q=db&status=open&workflow=quick_code_review&language=python&from=2026-01-02&to=2026-01-03&size=50',
    );
    expect(await screen.findByRole('heading', { name: 'No review matches the filters' })).toBeInTheDocument();
    const query = asked.at(-1)!;
    expect(query.get('q')).toBe('db');
    expect(query.getAll('status').join(',')).toBe('queued,running,awaiting_approval');
    expect(query.get('workflow')).toBe('quick_code_review');
    expect(query.get('language')).toBe('python');
    expect(query.get('limit')).toBe('50');
    const days = Date.parse(query.get('to')!) - Date.parse(query.get('from')!);
    expect(days).toBe(2 * 86_400_000);
  });

  it('leaves out what the address can’t mean', async () => {
    const asked = watching({ items: [], next_cursor: null });
    openAt('/history?status=nonsense&language=latin&from=yesterday&size=7');
    expect(await screen.findByRole('heading', { name: 'No reviews yet' })).toBeInTheDocument();
    expect([...asked.at(-1)!.keys()]).toEqual(['limit']);
  });

  it('keeps a view under a name', async () => {
    answers(path, { items: [aHistoryItem()], next_cursor: null });
    const { user, shown } = openAt('/history?status=failed');
    await user.click(await screen.findByRole('button', { name: 'Views' }));
    await user.type(screen.getByLabelText('Save these filters as'), 'Broken');
    await user.click(screen.getByRole('button', { name: 'Save view' }));
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(shown.address).toBe('/history');
    await user.click(screen.getByRole('button', { name: 'Views' }));
    await user.click(screen.getByRole('link', { name: 'Broken' }));
    expect(shown.address).toBe('/history?status=failed');
    await user.click(screen.getByRole('button', { name: 'Views' }));
    await user.click(screen.getByRole('button', { name: 'Remove the view Broken' }));
    expect(screen.queryByRole('link', { name: 'Broken' })).not.toBeInTheDocument();
  });

  it.each([
    ['soon while one is at work', ['awaiting_approval', 'running'], 6, 1],
    ['seldom while it only waits for a person', ['awaiting_approval'], 6, 0],
    ['after half a minute of waiting for a person', ['awaiting_approval'], 31, 1],
    ['not once all have ended', ['completed', 'failed'], 120, 0],
  ] as const)('asks again %s', async (_when, statuses, seconds, times) => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const items = statuses.map((status, index) => aHistoryItem({ status, job_id: `job-${index}` }));
    answers(path, { items, next_cursor: null });
    openAt('/history');
    await screen.findAllByRole('link', { name: 'app/db.py' });
    vi.advanceTimersByTime(1000 * seconds);
    expect(queryClient.isFetching()).toBe(times);
  });

  it('asks nothing while nobody sees it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    answers(path, { items: [aHistoryItem({ status: 'running' })], next_cursor: null });
    openAt('/history');
    await screen.findByRole('link', { name: 'app/db.py' });
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    vi.advanceTimersByTime(60_000);
    expect(queryClient.isFetching()).toBe(0);
  });

  it('waits for as long as the server asks when it asked too often, and stays as it was', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    answers(path, { items: [aHistoryItem({ status: 'running' })], next_cursor: null });
    openAt('/history');
    await screen.findByRole('link', { name: 'app/db.py' });
    fails('get', path, 429, {}, { 'Retry-After': '50' });
    vi.advanceTimersByTime(6_000);
    expect(await screen.findByText(/^Too many requests in a minute.* in 50 s/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'app/db.py' })).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('deletes a review after asking, and says when that failed', async () => {
    answers(path, { items: [aHistoryItem()], next_cursor: null });
    fails('delete', `/workflows/history/${jobId}`, 503);
    const { user } = openAt('/history');
    const remove = async () => {
      await user.click(await screen.findByRole('button', { name: 'Delete app/db.py' }));
      await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
    };
    await remove();
    expect(await screen.findByRole('alert')).toHaveTextContent('It was not deleted');
    server.use(
      http.delete(`https://app.test/api/v1/workflows/history/${jobId}`, () => {
        answers(path, { items: [], next_cursor: null });
        return new HttpResponse(null, { status: 204 });
      }),
    );
    await remove();
    expect(await screen.findByRole('heading', { name: 'No reviews yet' })).toBeInTheDocument();
  });
});

/** Answers the history and collects the queries that asked for it. */
function watching(body: JsonBodyType): URLSearchParams[] {
  const asked: URLSearchParams[] = [];
  server.use(
    http.get(`https://app.test/api/v1${path}`, ({ request }) => {
      asked.push(new URL(request.url).searchParams);
      return HttpResponse.json(body);
    }),
  );
  return asked;
}
