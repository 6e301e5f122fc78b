import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, useLocation } from 'react-router';
import { AppRoutes } from '@/router';
import { accepts, answers } from './server';
import { aRepositoryAccess, aUser } from './builders';

/** Opens the application at an address, as a person would. */
export function openAt(address: string) {
  const user = userEvent.setup();
  const shown = { address };
  render(
    <MemoryRouter initialEntries={[address]}>
      <AppRoutes />
      <Spy onChange={(now) => (shown.address = now)} />
    </MemoryRouter>,
  );
  return { user, shown };
}

function Spy({ onChange }: { onChange: (address: string) => void }) {
  const { pathname, search } = useLocation();
  onChange(pathname + search);
  return null;
}

/** A session as the browser sees it: the readable cookie, and a profile behind it. */
export function signedIn(): void {
  document.cookie = '__Host-csrf=token-1; Secure; Path=/; SameSite=Lax';
  answers('/users/me', aUser());
  answers('/projects', { items: [], next_cursor: null });
  answers('/users/me/quota', {
    reviews_per_day: { limit: null, used: 0, remaining: null, renews_at: '2026-01-16T00:00:00Z' },
    usd_per_month: { limit: null, used: 0, remaining: null, renews_at: '2026-02-01T00:00:00Z' },
  });
  answers('/users/me/repository-access', aRepositoryAccess());
  answers('/workflows', { items: [], next_cursor: null });
  answers('/code-review/options', {
    repository_hosts: ['github.com'],
    posts_comments: false,
    models: [],
    highest_max_usd: null,
    prices_as_of: '2026-05-01',
  });
  accepts('/code-review/estimate', 200, {
    workflow: 'quick_code_review',
    analysis_mode: 'deterministic',
    seconds: { typical: 4, runs: 0, basis: 'described' },
    tokens: { min: 0, max: 0 },
    usd: { min: 0, max: 0 },
    max_usd: 2,
    model: null,
    prices_as_of: null,
    files: [],
    exact: false,
  });
}
