import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { deviceOf } from '@/features/settings/device';
import { aRepositoryAccess, aUser } from '@/test/builders';
import { queryClient } from '@/services/queryClient';
import { openAt, signedIn } from '@/test/render';
import { accepts, answers, fails, server } from '@/test/server';

const url = (path: string) => `https://app.test/api/v1${path}`;

const offered = {
  items: [
    { name: 'google', label: 'Google' },
    { name: 'github', label: 'GitHub' },
  ],
};
const google = { provider: 'google', label: 'Google', linked_at: '2026-01-15T09:30:00Z' };

beforeEach(signedIn);

beforeEach(() => answers('/users/me/identities', { has_password: true, items: [] }));

describe('the settings', () => {
  it('open with the profile', async () => {
    const { shown } = openAt('/settings');
    expect(await screen.findByDisplayValue('ada')).toBeInTheDocument();
    expect(shown.address).toBe('/settings/profile');
  });

  it('save the profile, and say what the server refuses beside its field', async () => {
    const sent: unknown[] = [];
    server.use(
      http.patch(url('/users/me'), async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(aUser({ full_name: 'Augusta Ada King' }));
      }),
    );
    const { user } = openAt('/settings/profile');
    const name = await screen.findByLabelText('Full name');
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await user.clear(name);
    await user.type(name, 'Augusta Ada King');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent).toEqual([{ username: 'ada', full_name: 'Augusta Ada King' }]));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled());
  });

  it('show the picture, and remove it', async () => {
    answers('/users/me/avatar', { media_type: 'image/png', picture: 'iVBORw0KGgo=' });
    let removed = 0;
    server.use(
      http.delete(url('/users/me/avatar'), () => {
        removed += 1;
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user } = openAt('/settings/profile');
    await user.click(await screen.findByRole('button', { name: 'Remove the picture' }));
    expect(await screen.findByText('The picture is removed')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Remove the picture' })).not.toBeInTheDocument();
    expect(removed).toBe(1);
  });

  it('refuse a file that is too large before anything is sent', async () => {
    const { user } = openAt('/settings/profile');
    const group = await screen.findByRole('group', { name: 'Picture' });
    const input = group.querySelector('input')!;
    await user.upload(
      input,
      new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'me.png', { type: 'image/png' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('at most 10 MB');
  });

  it('show where the person is signed in, and end another session', async () => {
    const session = {
      id: 'here',
      current: true,
      address: '192.0.2.7',
      agent: 'Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/145.0',
      created_at: '2026-01-15T09:30:00Z',
      refreshed_at: '2026-01-15T09:30:00Z',
      expires_at: '2026-01-22T09:30:00Z',
    };
    answers('/users/me/sessions', {
      items: [session, { ...session, id: 'there', current: false, agent: 'curl/8.5' }],
      next_cursor: null,
    });
    const ended: string[] = [];
    server.use(
      http.delete(url('/users/me/sessions/:id'), ({ params }) => {
        ended.push(String(params.id));
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user } = openAt('/settings/security');
    expect(await screen.findByText('Firefox on Linux')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Firefox/ })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'End the session of curl' }));
    await waitFor(() => expect(ended).toEqual(['there']));
  });

  it('change the password, or say why not', async () => {
    answers('/users/me/sessions', { items: [], next_cursor: null });
    fails('post', '/users/me/password', 422, {
      errors: [{ field: 'current_password', message: 'This is not your current password.' }],
    });
    const { user } = openAt('/settings/security');
    await user.type(await screen.findByLabelText('Current password'), 'Wrong-1-password');
    await user.type(screen.getByLabelText('New password'), 'short');
    await user.click(screen.getByRole('button', { name: 'Change password' }));
    expect(await screen.findByText('Use at least 8 characters')).toBeInTheDocument();
    await user.type(screen.getByLabelText('New password'), '-but-Longer-7');
    await user.click(screen.getByRole('button', { name: 'Change password' }));
    await waitFor(() => expect(screen.getByLabelText('Current password')).toBeInvalid());
  });

  it('show the ways to sign in, and leave to link another', async () => {
    answers('/users/me/sessions', { items: [], next_cursor: null });
    answers('/auth/providers', offered);
    answers('/users/me/identities', { has_password: true, items: [google] });
    accepts('/users/me/identities/github', 204, null);
    fails('post', '/auth/link/github', 503);
    const { user } = openAt('/settings/security');
    expect(await screen.findByText(/^Linked on/)).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Link GitHub' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('GitHub could not be linked');
    expect(screen.getByRole('button', { name: 'Link GitHub' })).toBeEnabled();
  });

  it('say why a provider stays, and mail a link to choose the first password', async () => {
    answers('/users/me/sessions', { items: [], next_cursor: null });
    answers('/users/me/identities', { has_password: false, items: [google] });
    fails('delete', '/users/me/identities/google', 409, { detail: 'Google is the only way in.' });
    const mails = accepts('/auth/forgot-password', 202, { message: 'Sent.' });
    const { user } = openAt('/settings/security');
    await user.click(await screen.findByRole('button', { name: 'Remove Google' }));
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Remove' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Google is the only way in.');
    expect(screen.queryByLabelText('Current password')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Set a password' }));
    expect(await screen.findByText(/a link to choose a password is on its way/)).toBeInTheDocument();
    expect(mails.map(({ body }) => body)).toEqual([{ email: aUser().email }]);
  });

  it('say that the ways to sign in could not be read', async () => {
    answers('/users/me/sessions', { items: [], next_cursor: null });
    fails('get', '/users/me/identities', 500);
    openAt('/settings/security');
    expect(await screen.findByRole('alert')).toHaveTextContent('req-4711');
    expect(screen.queryByText('Not linked')).not.toBeInTheDocument();
  });

  it('show a new key once', async () => {
    answers('/users/me/api-keys', { items: [], next_cursor: null });
    const sent = accepts('/users/me/api-keys', 201, {
      id: 'k1',
      name: 'CI',
      key: 'dak_secret-key',
      key_prefix: 'dak_secr',
      scopes: ['read', 'execute'],
      expires_at: null,
      created_at: '2026-01-15T09:30:00Z',
    });
    const { user } = openAt('/settings/keys');
    expect(await screen.findByText('No keys yet.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'New key' }));
    const form = await screen.findByRole('dialog', { name: 'New key' });
    await user.type(within(form).getByLabelText('Name'), 'CI');
    await user.click(within(form).getByRole('button', { name: 'New key' }));
    const made = await screen.findByRole('dialog', { name: 'Your new key' });
    expect(within(made).getByText('dak_secret-key')).toBeInTheDocument();
    expect(sent[0]?.body).toMatchObject({ name: 'CI', scopes: ['read', 'execute'] });
    await user.click(within(made).getByRole('button', { name: 'Done' }));
    expect(screen.queryByText('dak_secret-key')).not.toBeInTheDocument();
  });

  it('revoke a key after asking', async () => {
    answers('/users/me/api-keys', {
      items: [
        {
          id: 'k1',
          name: 'CI',
          key_prefix: 'dak_secr',
          scopes: ['read'],
          last_used_at: null,
          expires_at: '2020-01-01T00:00:00Z',
          created_at: '2019-01-15T09:30:00Z',
        },
      ],
      next_cursor: null,
    });
    const revoked: string[] = [];
    server.use(
      http.delete(url('/users/me/api-keys/:id'), ({ params }) => {
        revoked.push(String(params.id));
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user } = openAt('/settings/keys');
    expect(await screen.findByText('Ended')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Revoke CI' }));
    expect(revoked).toEqual([]);
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Revoke' }));
    await waitFor(() => expect(revoked).toEqual(['k1']));
  });

  it('take access to repositories, say what became of it, and withdraw it', async () => {
    const sent: unknown[] = [];
    server.use(
      http.put(url('/users/me/repository-access'), async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(aRepositoryAccess({ granted: true, granted_at: '2026-01-15T09:30:00Z' }));
      }),
      http.delete(url('/users/me/repository-access'), () => {
        answers('/users/me/repository-access', aRepositoryAccess());
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user } = openAt('/settings/repositories');
    const token = await screen.findByLabelText('Token');
    await user.type(token, 'not a token');
    await user.click(screen.getByRole('button', { name: 'Give access' }));
    expect(await screen.findByText(/^Paste the token as GitHub shows it/)).toBeInTheDocument();
    expect(sent).toEqual([]);
    await user.clear(token);
    await user.type(token, ` ${'github_pat_4711'.repeat(3)} `);
    await user.click(screen.getByRole('button', { name: 'Give access' }));
    expect(await screen.findByText('You have given access.')).toBeInTheDocument();
    expect(sent).toEqual([{ token: 'github_pat_4711'.repeat(3) }]);
    expect(screen.getByText(/^Not yet; whether GitHub accepts it/)).toBeInTheDocument();
    expect(screen.getByLabelText('Another token')).toHaveValue('');
    await user.click(screen.getByRole('button', { name: 'Withdraw' }));
    const dialog = await screen.findByRole('alertdialog');
    await user.click(within(dialog).getByRole('button', { name: 'Withdraw' }));
    expect(await screen.findByText('Your access is withdrawn')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByText('You have given access.')).not.toBeInTheDocument());
  });

  it('say that GitHub refuses the access, or that it has ended', async () => {
    const given = {
      granted: true,
      granted_at: '2026-01-15T09:30:00Z',
      last_used_at: '2026-01-16T09:30:00Z',
      expires_at: '2026-01-20T00:00:00Z',
    };
    answers('/users/me/repository-access', aRepositoryAccess(given));
    openAt('/settings/repositories');
    expect(await screen.findByText('Expired')).toBeInTheDocument();
    cleanup();
    queryClient.clear();
    answers(
      '/users/me/repository-access',
      aRepositoryAccess({ ...given, refused_at: '2026-01-17T09:30:00Z' }),
    );
    openAt('/settings/repositories');
    expect(await screen.findByText('Refused by GitHub')).toBeInTheDocument();
  });

  it('switch a mail on at once, and back when the server refuses', async () => {
    const notifications = { review_completed: false, review_failed: false, approval_required: true };
    answers('/users/me/preferences', { theme: 'dark', notifications });
    const sent: unknown[] = [];
    server.use(
      http.put(url('/users/me/preferences'), async ({ request }) => {
        const body = (await request.json()) as Record<string, unknown>;
        sent.push(body);
        return sent.length === 1
          ? HttpResponse.json(body)
          : HttpResponse.json({ status: 503 }, { status: 503 });
      }),
    );
    const { user } = openAt('/settings/notifications');
    const completed = await screen.findByRole('switch', { name: /A review is completed/ });
    await user.click(completed);
    await waitFor(() => expect(completed).toBeChecked());
    expect(sent).toEqual([{ theme: 'dark', notifications: { ...notifications, review_completed: true } }]);
    expect(screen.getByRole('switch', { name: /waits for your approval/ })).toBeChecked();
    const failed = screen.getByRole('switch', { name: /A review has failed/ });
    await user.click(failed);
    expect(await screen.findByRole('alert')).toHaveTextContent('Not saved');
    expect(failed).not.toBeChecked();
    expect(completed).toBeChecked();
  });

  it('delete the account only when its name was typed', async () => {
    let deleted = 0;
    server.use(
      http.delete(url('/users/me'), () => {
        deleted += 1;
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user, shown } = openAt('/settings/account');
    const button = await screen.findByRole('button', { name: 'Delete account' });
    expect(button).toBeDisabled();
    await user.type(screen.getByLabelText('Type ada to go on'), 'ada');
    await user.click(button);
    await waitFor(() => expect(shown.address).toMatch(/^\/login/));
    expect(deleted).toBe(1);
  });
});

describe('a session’s client', () => {
  it('is named by its browser and system, or by itself', () => {
    expect(deviceOf('Mozilla/5.0 (Windows NT 10.0) AppleWebKit Chrome/142.0 Safari/537.36 Edg/142.0')).toBe(
      'Edge on Windows',
    );
    expect(deviceOf('python-requests/2.32')).toBe('python-requests');
    expect(deviceOf('')).toBe('Unknown client');
  });
});
