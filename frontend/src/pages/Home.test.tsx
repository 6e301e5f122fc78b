import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openAt, signedIn } from '@/test/render';

describe('the start page', () => {
  it('lets whoever is new look around in a finished review', async () => {
    const { user } = openAt('/');
    const example = await screen.findByRole('region', { name: 'Example of a finished review' });
    expect(within(example).getByRole('heading', { level: 2 })).toHaveTextContent(
      /^Failed: \d of \d conditions not met/,
    );
    const detail = within(example).getByRole('region', { name: 'Finding' });
    expect(detail).toHaveTextContent('CWE-89');

    const list = within(example).getByRole('list', { name: 'List of findings' });
    await user.click(within(list).getByRole('button', { name: /default value.*Line 34/ }));
    expect(within(example).getByRole('region', { name: 'Finding' })).toHaveTextContent('codes=None');
  });

  it('offers an account to strangers and the dashboard to whoever has one', async () => {
    openAt('/');
    expect(await screen.findByRole('link', { name: 'Create an account' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Sign in' })).toBeInTheDocument();
  });

  it('knows who is signed in', async () => {
    signedIn();
    openAt('/');
    expect(await screen.findByRole('link', { name: 'Open the dashboard' })).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Create an account' })).not.toBeInTheDocument();
  });
});
