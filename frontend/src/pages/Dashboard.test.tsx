import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { aHistoryItem, anOverview } from '@/test/builders';
import { openAt, signedIn } from '@/test/render';
import { answers, fails, server } from '@/test/server';

const path = '/analytics/overview';

beforeEach(() => {
  signedIn();
  answers('/workflows/history', { items: [aHistoryItem()], next_cursor: null });
});

describe('the dashboard', () => {
  it('shows four figures with their change against the period before', async () => {
    answers(path, anOverview());
    openAt('/dashboard');
    expect(await screen.findByText('Reviews completed')).toBeInTheDocument();
    const figure = (label: string) => screen.getByText(label).parentElement!;
    expect(figure('Reviews completed')).toHaveTextContent('12');
    expect(figure('Reviews completed')).toHaveTextContent('4 more than in the 2 days before');
    expect(figure('Gate passed')).toHaveTextContent('75%');
    expect(figure('Gate passed')).toHaveTextContent('5 points less than in the 2 days before');
    expect(figure('Cost')).toHaveTextContent('$0');
  });

  it('shows how to start to whoever has nothing yet, instead of zeros', async () => {
    answers(path, anOverview());
    answers('/workflows/history', { items: [], next_cursor: null });
    openAt('/dashboard');
    expect(await screen.findByRole('heading', { name: 'Start with some code' })).toBeInTheDocument();
    expect(screen.queryByText('Reviews completed')).not.toBeInTheDocument();
  });

  it('never shows a failure as empty', async () => {
    fails('get', path, 500);
    openAt('/dashboard');
    expect(await screen.findByRole('alert')).toHaveTextContent('req-4711');
    expect(screen.queryByText('Reviews completed')).not.toBeInTheDocument();
  });

  it('asks for the period of the address in the person’s time zone', async () => {
    const asked: URLSearchParams[] = [];
    server.use(
      http.get(`https://app.test/api/v1${path}`, ({ request }) => {
        asked.push(new URL(request.url).searchParams);
        return HttpResponse.json(anOverview());
      }),
    );
    const { user, shown } = openAt('/dashboard?from=2026-01-01&to=2026-01-31');
    await screen.findByText('Reviews completed');
    expect(Object.fromEntries(asked[0]!)).toEqual({
      from: '2026-01-01',
      to: '2026-01-31',
      interval: 'daily',
      time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
    screen.getByRole('combobox', { name: 'Figures by' }).focus();
    await user.keyboard('{ArrowDown}');
    await user.click(await screen.findByRole('option', { name: 'Week' }));
    await waitFor(() => expect(shown.address).toContain('by=weekly'));
    await waitFor(() => expect(asked.at(-1)!.get('interval')).toBe('weekly'));
  });

  it('gives the same figures as a table', async () => {
    answers(path, anOverview());
    const { user } = openAt('/dashboard');
    await user.click((await screen.findAllByRole('button', { name: 'Show as table' }))[0]!);
    const table = screen.getByRole('table', { name: 'Findings by severity' });
    expect(within(table).getAllByRole('row')).toHaveLength(3);
    expect(table).toHaveTextContent('Jan 2, 2026');
  });

  it('names what needs attention', async () => {
    answers(path, anOverview());
    openAt('/dashboard');
    const card = (await screen.findByRole('heading', { name: 'Needs attention' })).closest('section')!;
    expect(within(card).getByRole('link', { name: '3 reviews did not pass the gate' })).toHaveAttribute(
      'href',
      '/history?status=completed&from=2026-01-01&to=2026-01-02',
    );
    expect(within(card).getByRole('link', { name: '1 review failed' })).toBeInTheDocument();
  });
});
