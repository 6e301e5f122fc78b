import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aUser } from '@/test/builders';
import { openAt, signedIn } from '@/test/render';
import { accepts, answers, fails } from '@/test/server';

const invalidToken = { errors: [{ field: 'token', message: 'too old' }] };

describe('the link of the verification mail', () => {
  it('confirms when the person says so, and not before', async () => {
    const sent = accepts('/auth/verify-email', 204, null);
    const { user, shown } = openAt('/verify-email#token=t-1');
    const confirm = await screen.findByRole('button', { name: 'Confirm address' });
    expect(sent).toEqual([]);
    await user.click(confirm);
    await screen.findByRole('heading', { name: 'Your address is confirmed' });
    expect(sent.map(({ body }) => body)).toEqual([{ token: 't-1' }]);
    expect(shown.address).toBe('/verify-email');
    expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/login');
  });

  it('leads on into the application when somebody is signed in', async () => {
    accepts('/auth/verify-email', 204, null);
    signedIn();
    const { user } = openAt('/verify-email#token=t-1');
    await user.click(await screen.findByRole('button', { name: 'Confirm address' }));
    expect(await screen.findByRole('link', { name: 'Go on' })).toHaveAttribute('href', '/reviews/new');
  });

  it('offers another mail when it no longer works', async () => {
    fails('post', '/auth/verify-email', 422, invalidToken);
    const sent = accepts('/auth/resend-verification', 202, null);
    const { user } = openAt('/verify-email#token=t-1');
    await user.click(await screen.findByRole('button', { name: 'Confirm address' }));
    await screen.findByRole('heading', { name: 'This link no longer works' });
    await user.type(screen.getByLabelText('Email'), 'ada@example.com');
    await user.click(screen.getByRole('button', { name: 'Get another mail' }));
    expect(await screen.findByText(/a mail is on its way/)).toBeInTheDocument();
    expect(sent.map(({ body }) => body)).toEqual([{ email: 'ada@example.com' }]);
  });

  it('can be tried again when the server fails', async () => {
    fails('post', '/auth/verify-email', 503);
    const { user } = openAt('/verify-email#token=t-1');
    await user.click(await screen.findByRole('button', { name: 'Confirm address' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The address was not confirmed');
    expect(screen.getByRole('button', { name: 'Confirm address' })).toBeEnabled();
  });

  it('says where the link is when the address has no token', async () => {
    openAt('/verify-email');
    expect(await screen.findByText(/Open the link from the mail/)).toBeInTheDocument();
  });
});

describe('a forgotten password', () => {
  it('is asked for from the sign-in form, and the answer does not tell whether there is an account', async () => {
    const sent = accepts('/auth/forgot-password', 202, null);
    const { user } = openAt('/login');
    await user.click(await screen.findByRole('link', { name: 'Forgot password?' }));
    await screen.findByRole('heading', { name: 'Choose a new password' });
    await user.type(await screen.findByLabelText('Email'), 'ada@example.com');
    await user.click(screen.getByRole('button', { name: 'Send mail' }));
    expect(await screen.findByText(/If ada@example.com has an account/)).toBeInTheDocument();
    expect(sent.map(({ body }) => body)).toEqual([{ email: 'ada@example.com' }]);
  });

  it('says how long to wait after too many mails', async () => {
    fails('post', '/auth/forgot-password', 429, {}, { 'Retry-After': '90' });
    const { user } = openAt('/forgot-password');
    await user.type(await screen.findByLabelText('Email'), 'ada@example.com');
    await user.click(screen.getByRole('button', { name: 'Send mail' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('1 min 30 s');
  });

  it('names what is wrong with the address before anything is sent', async () => {
    const { user } = openAt('/forgot-password');
    await user.type(await screen.findByLabelText('Email'), 'ada');
    await user.click(screen.getByRole('button', { name: 'Send mail' }));
    expect(await screen.findByText(/Enter an email address/)).toBeInTheDocument();
  });
});

describe('the link to a new password', () => {
  async function choose(user: ReturnType<typeof openAt>['user'], password: string): Promise<void> {
    await user.type(await screen.findByLabelText('New password'), password);
    await user.click(screen.getByRole('button', { name: 'Save password' }));
  }

  it('saves it and leads to signing in', async () => {
    const sent = accepts('/auth/reset-password', 204, null);
    const { user, shown } = openAt('/reset-password#token=t-2');
    await choose(user, 'Correct-horse-7');
    await screen.findByRole('heading', { name: 'Your password is changed' });
    expect(sent.map(({ body }) => body)).toEqual([{ token: 't-2', password: 'Correct-horse-7' }]);
    expect(shown.address).toBe('/reset-password');
  });

  it('shows at the field why a password may not be chosen, and keeps the link', async () => {
    fails('post', '/auth/reset-password', 422, {
      errors: [{ field: 'password', message: 'appears in a list of breaches' }],
    });
    const { user } = openAt('/reset-password#token=t-2');
    await choose(user, 'Password-1');
    expect(await screen.findByText('appears in a list of breaches')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Save password' })).toBeEnabled();
  });

  it('leads to another mail when it no longer works', async () => {
    fails('post', '/auth/reset-password', 422, invalidToken);
    const { user } = openAt('/reset-password#token=t-2');
    await choose(user, 'Correct-horse-7');
    expect(await screen.findByRole('link', { name: 'Get another mail' })).toHaveAttribute(
      'href',
      '/forgot-password',
    );
  });
});

describe('the reminder of an unconfirmed address', () => {
  it('sends the mail again', async () => {
    signedIn();
    answers('/workflows/history', { items: [], next_cursor: null });
    const sent = accepts('/auth/resend-verification', 202, null);
    const { user } = openAt('/history');
    await user.click(await screen.findByRole('button', { name: 'Send it again' }));
    expect(await screen.findByText(/Another mail is on its way to ada@example.com/)).toBeInTheDocument();
    expect(sent.map(({ body }) => body)).toEqual([{ email: 'ada@example.com' }]);
  });

  it('is not there for those who confirmed', async () => {
    signedIn();
    answers('/users/me', aUser({ email_verified: true }));
    answers('/workflows/history', { items: [], next_cursor: null });
    openAt('/history');
    await screen.findByRole('heading', { name: 'No reviews yet' });
    expect(screen.queryByRole('button', { name: 'Send it again' })).not.toBeInTheDocument();
  });
});
