import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { http, delay } from 'msw';
import { aHistoryItem, jobId } from '@/test/builders';
import { openAt, signedIn } from '@/test/render';
import { answers, fails, server } from '@/test/server';

const path = '/code-review/history';

beforeEach(signedIn);

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

  it('goes to older reviews by the address', async () => {
    answers(path, { items: [aHistoryItem()], next_cursor: 'abc=' });
    const { user, shown } = openAt('/history');
    await user.click(await screen.findByRole('link', { name: 'Older' }));
    expect(shown.address).toBe('/history?cursor=abc%3D');
    expect(await screen.findByRole('link', { name: 'Newest reviews' })).toHaveAttribute('href', '/history');
  });
});
