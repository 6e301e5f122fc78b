import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { startSignIn } from '@/services/providerSignIn';
import { aUser } from '@/test/builders';
import { openAt, signedIn } from '@/test/render';
import { accepts, answers, fails } from '@/test/server';

const both = {
  items: [
    { name: 'google', label: 'Google' },
    { name: 'github', label: 'GitHub' },
  ],
};
const tokens = {
  access_token: 'a',
  refresh_token: 'r',
  token_type: 'Bearer',
  expires_in: 900,
  user: aUser({ email_verified: true }),
};

beforeEach(() => sessionStorage.clear());

describe('the buttons', () => {
  it('are there for the providers that the server names, on both forms', async () => {
    answers('/auth/providers', both);
    openAt('/login');
    expect(await screen.findByRole('button', { name: 'Continue with Google' })).toBeEnabled();
    expect(screen.getByRole('button', { name: 'Continue with GitHub' })).toBeEnabled();
  });

  it('are not there for providers that the server does not name, nor for those that the page does not know', async () => {
    answers('/auth/providers', {
      items: [
        { name: 'github', label: 'GitHub' },
        { name: 'elsewhere', label: 'Elsewhere' },
      ],
    });
    openAt('/register');
    await screen.findByRole('button', { name: 'Continue with GitHub' });
    expect(screen.queryByRole('button', { name: /Google|Elsewhere/ })).not.toBeInTheDocument();
  });

  it('leave the form usable when the providers cannot be asked for, and say so', async () => {
    fails('get', '/auth/providers', 400);
    openAt('/login');
    expect(await screen.findByText(/Other ways to sign in could not be loaded/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeEnabled();
  });

  it('say why leaving did not work', async () => {
    answers('/auth/providers', both);
    fails('post', '/auth/login/google', 503);
    const { user } = openAt('/login');
    await user.click(await screen.findByRole('button', { name: 'Continue with Google' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Google could not be opened');
    expect(screen.getByRole('button', { name: 'Continue with Google' })).toBeEnabled();
  });
});

describe('leaving', () => {
  it('answers where to go, and keeps the target in this tab', async () => {
    const sent = accepts('/auth/login/github', 200, {
      authorization_url: 'https://github.example/authorize?state=s',
      expires_in: 600,
    });
    expect(await startSignIn('github', '/history')).toBe('https://github.example/authorize?state=s');
    expect(sent[0]?.body).toBeNull();
    expect(sessionStorage.getItem('sign-in.return_to')).toBe('/history');
  });
});

describe('coming back', () => {
  it('completes the sign-in once and leads to where the person wanted to go', async () => {
    sessionStorage.setItem('sign-in.return_to', '/history');
    answers('/workflows/history', { items: [], next_cursor: null });
    const sent = accepts('/auth/login/google', 200, tokens);
    signedIn();
    const { shown } = openAt('/auth/callback/google?code=c-1&state=s-1&scope=openid');
    await screen.findByRole('heading', { name: 'No reviews yet' });
    expect(shown.address).toBe('/history');
    expect(sent.map(({ body }) => body)).toEqual([{ code: 'c-1', state: 's-1' }]);
  });

  it('links the account where the visit was begun for that, and leads back to the settings', async () => {
    sessionStorage.setItem('sign-in.purpose', 'link');
    answers('/users/me/identities', { has_password: true, items: [] });
    answers('/users/me/sessions', { items: [], next_cursor: null });
    const sent = accepts('/auth/link/google', 204, null);
    signedIn();
    const { shown } = openAt('/auth/callback/google?code=c-1&state=s-1');
    expect(await screen.findByText('Google is linked')).toBeInTheDocument();
    expect(shown.address).toBe('/settings/security');
    expect(sent.map(({ body }) => body)).toEqual([{ code: 'c-1', state: 's-1' }]);
  });

  it('says why nothing was linked', async () => {
    sessionStorage.setItem('sign-in.purpose', 'link');
    fails('post', '/auth/link/github', 409);
    signedIn();
    openAt('/auth/callback/github?code=c-1&state=s-1');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Nothing was linked');
    expect(alert).toHaveTextContent('The server says why.');
    expect(alert).toHaveTextContent('req-4711');
    expect(screen.getByRole('link', { name: 'Back to the settings' })).toHaveAttribute(
      'href',
      '/settings/security',
    );
  });

  it('goes to no other site, whatever was kept', async () => {
    sessionStorage.setItem('sign-in.return_to', '//evil.example');
    accepts('/auth/login/google', 200, tokens);
    signedIn();
    const { shown } = openAt('/auth/callback/google?code=c-1&state=s-1');
    await screen.findByRole('heading', { name: 'New review' });
    expect(shown.address).toBe('/reviews/new');
  });

  it('takes the code out of the address', async () => {
    fails('post', '/auth/login/google', 422);
    const { shown } = openAt('/auth/callback/google?code=c-1&state=s-1');
    await screen.findByRole('alert');
    expect(shown.address).toBe('/auth/callback/google');
  });

  it.each([
    [422, 'This sign-in is over', 'started in another browser'],
    [403, 'You were not signed in', 'The server says why.'],
    [503, 'Signing in did not work', 'does not answer at the moment'],
  ])('says what happened at %i and offers to start again', async (status, title, text) => {
    fails('post', '/auth/login/google', status);
    openAt('/auth/callback/google?code=c-1&state=s-1');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(title);
    expect(alert).toHaveTextContent(text);
    expect(alert).toHaveTextContent('req-4711');
    expect(screen.getByRole('button', { name: 'Start again' })).toBeEnabled();
    expect(screen.getByRole('link', { name: 'Back to sign in' })).toHaveAttribute(
      'href',
      '/login?return_to=%2Freviews%2Fnew',
    );
  });

  it('leads to a new password where the account may be somebody else’s', async () => {
    fails('post', '/auth/login/github', 409);
    openAt('/auth/callback/github?code=c-1&state=s-1');
    expect(await screen.findByRole('link', { name: 'Choose a new password' })).toHaveAttribute(
      'href',
      '/forgot-password',
    );
  });

  it('asks nothing of the server when the person said no at the provider', async () => {
    const sent = accepts('/auth/login/google', 200, tokens);
    openAt('/auth/callback/google?error=access_denied&state=s-1');
    expect(await screen.findByRole('alert')).toHaveTextContent('You were not signed in');
    expect(sent).toEqual([]);
  });

  it('says that something is missing when nobody was sent here', async () => {
    openAt('/auth/callback/google');
    expect(await screen.findByRole('alert')).toHaveTextContent('Something is missing');
  });

  it('knows no other provider', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    openAt('/auth/callback/constructor?code=c&state=s');
    expect(
      await screen.findByRole('heading', { level: 1, name: /not found|does not exist|no such/i }),
    ).toBeInTheDocument();
  });
});
