import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ReviewResults } from '@/types/review';
import example from '@/features/findings/example.json';
import { aHistoryItem, aStatus, jobId, sample, sampleFile } from './builders';
import { signedIn } from './render';
import { answers, fails } from './server';

const results = JSON.parse(sample('results')) as ReviewResults;
const base = `/code-review/${jobId}`;
const data = JSON.stringify([
  results,
  example,
  sampleFile,
  aStatus(),
  aHistoryItem(),
  'ada Ada Lovelace ada@example.com Refused The server says why.',
  jobId,
]).replaceAll('\\"', '"');

/** What no catalogue translates: keys of the keyboard, names of languages, code and what the server says. */
const names = /^(Ctrl|K|Esc|↵|[gh?]|Python|JavaScript|Java|req-4711)$/;

/** Texts and names on the page that came neither from the catalogue nor from the data. */
function foreignWords(): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!parent?.closest('pre, code, style, script, [data-line]'))
      texts.push(walker.currentNode.textContent ?? '');
  }
  for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) {
    for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
      texts.push(element.getAttribute(name) ?? '');
  }
  return texts
    .map(withoutBrackets)
    .flatMap((text) => text.split(/[\s·,/:()]+/))
    .filter((text) => /\p{Letter}{2}/u.test(text) && !names.test(text) && !data.includes(text));
}

/** A text of the catalogue may be a part of another one: from the innermost outwards. */
function withoutBrackets(text: string): string {
  const without = text.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
  return without === text ? text : withoutBrackets(without);
}

describe('in the pseudo-locale', () => {
  const before = document.documentElement.lang;
  beforeAll(() => {
    document.documentElement.lang = 'en-XA';
    vi.resetModules(); // the catalogue is chosen when it is loaded
  });
  afterAll(() => {
    document.documentElement.lang = before;
    vi.resetModules();
  });

  async function openInPseudo(address: string): Promise<void> {
    const { AppRoutes } = await import('@/router');
    render(
      <MemoryRouter initialEntries={[address]}>
        <AppRoutes />
      </MemoryRouter>,
    );
    await screen.findAllByText(/⟦/);
  }

  it('has every text of the results from the catalogue or the data', async () => {
    window.innerWidth = 1280;
    signedIn();
    answers(base, aStatus({ status: 'completed' }));
    answers(`${base}/results`, results as never);
    answers(`${base}/files`, { items: [sampleFile] });
    await openInPseudo(`/reviews/${jobId}?finding=b41d7c2e90a3f586`);
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(/⟦/);
    expect(foreignWords()).toEqual([]);
  });

  it('has every text of the pages without a session from the catalogue', async () => {
    await openInPseudo('/');
    expect(foreignWords()).toEqual([]);
  });

  it('has every text of a new review from the catalogue', async () => {
    signedIn();
    await openInPseudo('/reviews/new');
    await screen.findAllByRole('textbox', { name: /⟦/ });
    expect(foreignWords()).toEqual([]);
  });

  it('has every text of the history and of failures from the catalogue', async () => {
    signedIn();
    fails('get', '/workflows/history', 500);
    await openInPseudo('/history');
    await screen.findByRole('alert');
    expect(foreignWords()).toEqual([]);
  });
});
