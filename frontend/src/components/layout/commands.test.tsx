import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { aHistoryItem } from '@/test/builders';
import { openAt, signedIn } from '@/test/render';
import { answers } from '@/test/server';
import { useUiStore } from '@/store/uiStore';

beforeEach(() => {
  signedIn();
  useUiStore.setState({ letterKeys: true });
  answers('/workflows/history', { items: [aHistoryItem()], next_cursor: null });
});

const history = () => screen.findByRole('heading', { level: 1, name: 'History' });

describe('keys', () => {
  it('go to pages by two presses one after the other', async () => {
    const { user, shown } = openAt('/history');
    await history();
    await user.keyboard('gr');
    expect(shown.address).toBe('/reviews/new');
  });

  it('are letters while something is typed', async () => {
    const { user, shown } = openAt('/reviews/new');
    const code = await screen.findByRole('textbox', { name: /^Code of/ });
    await user.type(code, 'gh?');
    expect(code).toHaveValue('gh?');
    expect(shown.address).toBe('/reviews/new');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('are listed by ?, and can be turned off there', async () => {
    const { user, shown } = openAt('/history');
    await history();
    await user.keyboard('?');
    const help = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    expect(within(help).getByText('New review').closest('div')).toHaveTextContent('New reviewgthenr');
    await user.click(within(help).getByRole('switch', { name: 'Single-letter shortcuts' }));
    await user.keyboard('{Escape}');
    await user.keyboard('gr');
    expect(shown.address).toBe('/history');
  });
});

describe('the palette', () => {
  it('opens by its key, and finds pages and reviews by typing', async () => {
    const { user, shown } = openAt('/history');
    await history();
    await user.keyboard('{Control>}k{/Control}');
    const palette = await screen.findByRole('dialog', { name: 'Command palette' });
    await within(palette).findByRole('option', { name: /app\/db\.py/ });
    await user.keyboard('new rev');
    expect(within(palette).getAllByRole('option')).toHaveLength(1);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(shown.address).toBe('/reviews/new'));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('moves the choice by arrow keys while the focus stays in the field', async () => {
    const { user } = openAt('/history');
    await user.click(await screen.findByRole('button', { name: 'Search or run a command' }));
    const field = await screen.findByRole('combobox');
    await user.keyboard('theme{ArrowDown}');
    expect(field).toHaveFocus();
    expect(screen.getByRole('option', { selected: true })).toHaveTextContent('Light theme');
    await user.keyboard('{Enter}');
    expect(document.documentElement.dataset.theme).toBe('light');
    useUiStore.getState().setTheme('system');
  });

  it('says when nothing matches', async () => {
    const { user } = openAt('/history');
    await user.click(await screen.findByRole('button', { name: 'Search or run a command' }));
    await screen.findByRole('combobox');
    await user.keyboard('zzz');
    expect(screen.getByRole('status', { name: '' })).toBeInTheDocument();
    expect(screen.getByText('Nothing matches')).toBeInTheDocument();
  });
});

it('more contrast is a command, and stays after a reload', async () => {
  const { user } = openAt('/history');
  await user.click(await screen.findByRole('button', { name: 'Search or run a command' }));
  await screen.findByRole('combobox');
  await user.keyboard('contrast{Enter}');
  expect(document.documentElement.dataset.contrast).toBe('more');
  expect(localStorage.getItem('contrast')).toBe('more');
  useUiStore.getState().setContrast('system');
});

it('less motion is a setting, and stays after a reload', async () => {
  const { user } = openAt('/settings/appearance');
  await user.click(await screen.findByRole('combobox', { name: 'Motion' }));
  await user.click(await screen.findByRole('option', { name: 'Reduced' }));
  expect(document.documentElement.dataset.motion).toBe('reduced');
  expect(localStorage.getItem('motion')).toBe('reduced');
  useUiStore.getState().setMotion('system');
  expect(document.documentElement.dataset.motion).toBe('standard');
});
