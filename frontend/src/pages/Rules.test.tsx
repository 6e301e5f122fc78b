import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { addressOfRule } from '@/hooks/useRules';
import { openAt, signedIn } from '@/test/render';
import { answers, fails, server } from '@/test/server';
import type { Rule, RuleSummary } from '@/types/review';

const hash: RuleSummary = {
  id: 'python/weak-hash',
  language: 'python',
  title: 'Weak hash function',
  severity: 'medium',
  category: 'security',
  cwe: ['CWE-328'],
  confidence: 0.7,
  rewrites: false,
};
const injection: RuleSummary = {
  ...hash,
  id: 'java/sql-injection',
  language: 'java',
  title: 'SQL built from input',
  severity: 'critical',
  cwe: ['CWE-89'],
  confidence: null,
};

beforeEach(() => {
  window.innerWidth = 1280;
  signedIn();
});

function twoPages(): void {
  server.use(
    http.get('https://app.test/api/v1/rules', ({ request }) =>
      new URL(request.url).searchParams.has('cursor')
        ? HttpResponse.json({ items: [injection], next_cursor: null })
        : HttpResponse.json({ items: [hash], next_cursor: 'more' }),
    ),
  );
}

const listed = () =>
  within(screen.getByRole('table'))
    .getAllByRole('link')
    .map((link) => link.textContent);

describe('the rules', () => {
  it('are all there, however many pages the server has', async () => {
    twoPages();
    openAt('/rules');
    await screen.findByRole('table');
    expect(listed()).toEqual(['SQL built from input', 'Weak hash function']); // the worst first
    expect(screen.getByText('2 rules')).toBeInTheDocument();
  });

  it('are narrowed by facets that count, and the address says how', async () => {
    twoPages();
    const { user, shown } = openAt('/rules');
    const language = await screen.findByRole('group', { name: 'Language' });
    expect(within(language).getByText('Java').closest('label')).toHaveTextContent('Java1');
    await user.click(within(language).getByRole('checkbox', { name: /Java/ }));
    expect(listed()).toEqual(['SQL built from input']);
    expect(shown.address).toBe('/rules?language=java');
    expect(screen.getByText('1 of 2 rules')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show all rules' }));
    expect(listed()).toHaveLength(2);
  });

  it('are found by title, id or weakness', async () => {
    twoPages();
    const { user } = openAt('/rules?q=cwe-89');
    await screen.findByRole('table');
    expect(listed()).toEqual(['SQL built from input']);
    const search = screen.getByRole('searchbox', { name: 'Search rules' });
    await user.clear(search);
    await user.type(search, 'python weak');
    expect(listed()).toEqual(['Weak hash function']);
    await user.type(search, 'zzz');
    expect(screen.getByRole('heading', { name: 'No rule matches' })).toBeInTheDocument();
  });

  it('tell those that follow data from those that know the shape of code', async () => {
    twoPages();
    openAt('/rules?engine=flow');
    await screen.findByRole('table');
    expect(listed()).toEqual(['SQL built from input']);
  });

  it('never shows a failure as empty', async () => {
    fails('get', '/rules', 500);
    openAt('/rules');
    expect(await screen.findByRole('alert')).toHaveTextContent('req-4711');
  });
});

describe('a rule', () => {
  const rule: Rule = {
    ...hash,
    why: 'Two inputs with the same hash can be made.',
    fix: 'Use SHA-256.',
    bad: ['hashlib.md5(data)\n'],
    good: ['hashlib.sha256(data)\n'],
  };

  it('says why, how to fix it, and shows code on both sides', async () => {
    answers('/rules/python/weak-hash', rule);
    openAt('/rules/python/weak-hash');
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Weak hash function');
    expect(screen.getByText('Two inputs with the same hash can be made.')).toBeInTheDocument();
    expect(screen.getByText('Use SHA-256.')).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Code that is reported, example 1' })).toHaveTextContent(
      'hashlib.md5(data)',
    );
    expect(screen.getByRole('region', { name: 'Code that is not reported, example 1' })).toHaveTextContent(
      'hashlib.sha256(data)',
    );
    expect(screen.getByRole('link', { name: /CWE-328/ })).toBeInTheDocument();
  });

  it('of an embedded analyser has its facts on the page that its id names', async () => {
    const embedded: Rule = {
      ...rule,
      id: 'python:S2077',
      why: '',
      fix: '',
      bad: [],
      good: [],
      analyser: 'sonar-python-plugin 4.23.0.17664',
    };
    answers('/rules/python/S2077', embedded);
    openAt(addressOfRule(embedded.id) ?? '');
    expect(await screen.findByText(/sonar-python-plugin 4\.23/)).toBeInTheDocument();
    expect(screen.getByText(/belongs to an embedded analyser/)).toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: 'How to fix it' })).not.toBeInTheDocument();
  });

  it('that does not exist leads back to all of them', async () => {
    fails('get', '/rules/python/none', 404);
    openAt('/rules/python/none');
    expect(await screen.findByRole('link', { name: 'All rules' })).toHaveAttribute('href', '/rules');
  });
});
