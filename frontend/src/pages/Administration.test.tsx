import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { aUser } from '@/test/builders';
import { openAt, signedIn } from '@/test/render';
import { answers, fails, server } from '@/test/server';
import type { ManagedAccount } from '@/types/review';

const url = (path: string) => `https://app.test/api/v1${path}`;

function anAccount(change: Partial<ManagedAccount> = {}): ManagedAccount {
  return {
    id: '0199f3a2-0000-7000-8000-000000000002',
    email: 'grace@example.com',
    username: 'grace',
    full_name: null,
    role: 'user',
    active: true,
    email_verified: true,
    quota: { reviews_per_day: 50, usd_per_month: null },
    created_at: '2026-01-01T00:00:00Z',
    last_login: null,
    ...change,
  };
}

const own = anAccount({ id: aUser().id, username: 'ada', role: 'admin' });

beforeEach(() => {
  signedIn();
  answers('/users/me', aUser({ role: 'admin' }));
  answers('/admin/users', { items: [anAccount(), own], next_cursor: null });
});

/** The requests to an address, as they come. */
function takes(method: 'patch' | 'put', path: string): unknown[] {
  const sent: unknown[] = [];
  server.use(
    http[method](url(path), async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(anAccount());
    }),
  );
  return sent;
}

it('is one refusal for whoever is no administrator, and asks for nothing', async () => {
  answers('/users/me', aUser());
  openAt('/administration');
  expect(await screen.findByRole('heading', { name: 'Not allowed' })).toBeInTheDocument();
  expect(screen.queryByRole('tab')).not.toBeInTheDocument();
  expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
});

describe('the accounts', () => {
  it('say who may use how much, and are found by the server', async () => {
    const asked: (string | null)[] = [];
    server.use(
      http.get(url('/admin/users'), ({ request }) => {
        asked.push(new URL(request.url).searchParams.get('q'));
        return HttpResponse.json({ items: [anAccount()], next_cursor: null });
      }),
    );
    const { user } = openAt('/administration');
    const row = (await screen.findByText('grace@example.com')).closest('tr')!;
    expect(row).toHaveTextContent('50 reviews a day');
    expect(row).toHaveTextContent('No limit of money');
    await user.type(screen.getByRole('searchbox'), 'gra');
    await waitFor(() => expect(asked.at(-1)).toBe('gra'));
  });

  it('are closed after a question; one’s own is not', async () => {
    const sent = takes('patch', `/admin/users/${anAccount().id}`);
    const { user } = openAt('/administration');
    await user.click(await screen.findByRole('button', { name: 'Close the account of grace' }));
    expect(
      screen.queryByRole('button', { name: 'Close the account of ada', hidden: true }),
    ).not.toBeInTheDocument();
    await user.click(
      within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Close account' }),
    );
    await waitFor(() => expect(sent).toEqual([{ active: false }]));
  });

  it('get a quota; nothing is no limit', async () => {
    const sent = takes('put', `/admin/users/${anAccount().id}/quota`);
    const { user } = openAt('/administration');
    await user.click(await screen.findByRole('button', { name: 'Quota of grace' }));
    const reviews = await screen.findByLabelText('Reviews a day');
    await user.clear(reviews);
    await user.type(screen.getByLabelText('US dollars a month'), 'much');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/Enter an amount such as 20/)).toBeInTheDocument();
    await user.clear(screen.getByLabelText('US dollars a month'));
    await user.type(screen.getByLabelText('US dollars a month'), '12.50');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent).toEqual([{ reviews_per_day: null, usd_per_month: 12.5 }]));
  });

  it('are nobody else’s business', async () => {
    fails('get', '/admin/users', 403);
    openAt('/administration');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Not allowed');
    expect(alert).toHaveTextContent('req-4711');
  });
});

describe('the spending', () => {
  it('is everybody’s of this month, and of the month that is chosen, page by page', async () => {
    const asked: string[] = [];
    server.use(
      http.get(url('/admin/spending'), ({ request }) => {
        const { searchParams } = new URL(request.url);
        asked.push(`${searchParams.get('month')} ${searchParams.get('cursor')}`);
        const first = searchParams.get('cursor') === null;
        const spend = {
          user_id: first ? 'one' : 'two',
          email: first ? 'grace@example.com' : 'ada@example.com',
          username: first ? 'grace' : 'ada',
          full_name: null,
          jobs: first ? 1200 : 1,
          cost_usd: first ? 12.5 : 0.0042,
          usd_per_month: first ? 20 : null,
        };
        return HttpResponse.json({
          month: '2026-01',
          total_usd: 12.5042,
          items: [spend],
          next_cursor: first ? 'next' : null,
        });
      }),
    );
    const { user } = openAt('/administration');
    await user.click(await screen.findByRole('tab', { name: 'Spending' }));
    const row = (await screen.findByText('grace@example.com')).closest('tr')!;
    expect(row).toHaveTextContent('1,200');
    expect(row).toHaveTextContent('$12.50of $20');
    expect(screen.getByText(/everybody together/)).toHaveTextContent('$12.50');
    await user.click(screen.getByRole('button', { name: 'Show more people' }));
    expect((await screen.findByText('ada@example.com')).closest('tr')).toHaveTextContent('$0.0042');

    await user.click(screen.getByRole('combobox', { name: 'Month' }));
    await user.click((await screen.findAllByRole('option'))[1]!);
    await waitFor(() => expect(asked.at(-1)).toMatch(/^\d{4}-\d{2} null$/));
    expect(asked.at(-1)!.slice(0, 7) < asked[0]!.slice(0, 7)).toBe(true);
  });

  it('is nobody else’s business', async () => {
    fails('get', '/admin/spending', 403);
    openAt('/administration?tab=spending');
    expect(await screen.findByRole('alert')).toHaveTextContent('Not allowed');
  });
});
