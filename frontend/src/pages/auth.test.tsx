import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aUser } from '@/test/builders';
import { openAt, signedIn } from '@/test/render';
import { accepts, answers, fails } from '@/test/server';

const tokens = {
  access_token: 'a',
  refresh_token: 'r',
  token_type: 'Bearer',
  expires_in: 900,
  user: aUser(),
};

async function fillLogin(user: ReturnType<typeof openAt>['user']): Promise<void> {
  await user.type(await screen.findByLabelText('Email'), 'ada@example.com');
  await user.type(screen.getByLabelText('Password'), 'Correct-horse-7');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
}

describe('signing in', () => {
  it('leads back to where the person wanted to go', async () => {
    const sent = accepts('/auth/login', 200, tokens);
    answers('/workflows/history', { items: [], next_cursor: null });
    const { user, shown } = openAt('/login?return_to=%2Fhistory');
    await screen.findByRole('heading', { name: 'Sign in' });
    signedIn();
    await fillLogin(user);
    await screen.findByRole('heading', { name: 'No reviews yet' });
    expect(shown.address).toBe('/history');
    expect(sent.map(({ body }) => body)).toEqual([{ email: 'ada@example.com', password: 'Correct-horse-7' }]);
  });

  it('does not say whether the account exists when it is refused', async () => {
    fails('post', '/auth/login', 401);
    const { user } = openAt('/login');
    await fillLogin(user);
    expect(await screen.findByRole('alert')).toHaveTextContent('Email or password is not right.');
  });

  it('says how long to wait after too many attempts', async () => {
    fails('post', '/auth/login', 429, {}, { 'Retry-After': '90' });
    const { user } = openAt('/login');
    await fillLogin(user);
    expect(await screen.findByRole('alert')).toHaveTextContent('Try again in 1 min 30 s.');
  });

  it('shows the request id when the server fails', async () => {
    fails('post', '/auth/login', 500);
    const { user } = openAt('/login');
    await fillLogin(user);
    expect(await screen.findByRole('alert')).toHaveTextContent('req-4711');
  });

  it('asks for it before a page behind it, and keeps the address', async () => {
    const { shown } = openAt('/reviews/1?finding=2');
    await screen.findByRole('heading', { name: 'Sign in' });
    expect(shown.address).toBe('/login?return_to=%2Freviews%2F1%3Ffinding%3D2');
  });
});

describe('registering', () => {
  async function fill(user: ReturnType<typeof openAt>['user'], password: string): Promise<void> {
    await user.type(await screen.findByLabelText('Email'), 'ada@example.com');
    await user.type(screen.getByLabelText('Username'), 'ada');
    await user.type(screen.getByLabelText('Password'), password);
    await user.click(screen.getByRole('button', { name: 'Create account' }));
  }

  it('names what is wrong with each field before anything is sent', async () => {
    const { user } = openAt('/register');
    await fill(user, 'lower-case-7');
    expect(await screen.findByText('Add an upper-case letter')).toBeInTheDocument();
    expect(screen.getByLabelText('Password')).toHaveAccessibleDescription('Add an upper-case letter');
  });

  it('shows what the server says at the field it means', async () => {
    fails('post', '/auth/register', 422, {
      errors: [{ field: 'password', message: 'appears in a list of breaches' }],
    });
    const { user } = openAt('/register');
    await fill(user, 'Password-1');
    expect(await screen.findByText('appears in a list of breaches')).toBeInTheDocument();
    expect(screen.getByLabelText('Password')).toBeInvalid();
  });

  it('signs in to the new account without typing anything twice', async () => {
    const registered = accepts('/auth/register', 201, aUser());
    const login = accepts('/auth/login', 200, tokens);
    const { user, shown } = openAt('/register');
    await screen.findByRole('heading', { name: 'Create an account' });
    signedIn();
    await fill(user, 'Correct-horse-7');
    await screen.findByRole('heading', { name: 'New review' });
    expect(shown.address).toBe('/reviews/new');
    expect(registered).toHaveLength(1);
    expect(login.map(({ body }) => body)).toEqual([
      { email: 'ada@example.com', password: 'Correct-horse-7' },
    ]);
  });
});

describe('signing out', () => {
  it('ends the session and forgets the drafts', async () => {
    signedIn();
    answers('/workflows/history', { items: [], next_cursor: null });
    const sent = accepts('/auth/logout', 204, null);
    localStorage.setItem(
      'draft',
      '{"files":[{"path":null,"content":"secret","language":null}],"active":0,"focus":[]}',
    );
    const { user, shown } = openAt('/history');
    await user.click(await screen.findByRole('button', { name: 'Account of ada' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
    await screen.findByRole('heading', { name: 'Sign in' });
    expect(shown.address).toBe('/login');
    expect(sent[0]?.headers.get('X-CSRF-Token')).toBe('token-1');
    expect(localStorage.getItem('draft')).toBeNull();
  });
});
