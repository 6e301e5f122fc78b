import { describe, expect, it } from 'vitest';
import { anIssue } from '@/test/builders';
import {
  countBySeverity,
  countsOf,
  filtersFrom,
  inReadingOrder,
  isFiltered,
  isPriority,
  matching,
  noFilters,
  toggled,
  withFilters,
} from './filters';

const issues = [
  anIssue({ id: 'a', severity: 'low', category: 'style', file_path: 'b.py', line: 1, message: 'Long line' }),
  anIssue({ id: 'b', severity: 'critical', file_path: 'b.py', line: 9 }),
  anIssue({ id: 'c', severity: 'critical', file_path: 'a.py', line: 30 }),
  anIssue({ id: 'd', severity: 'critical', file_path: 'a.py', line: 4, cwe: ['CWE-798'] }),
];
const from = (query: string) => filtersFrom(new URLSearchParams(query));
const ids = (query: string) => matching(issues, from(query)).map(({ id }) => id);

describe('filters in the address', () => {
  it('come back as they were written, and leave the rest alone', () => {
    const filters = {
      severities: ['critical', 'low'],
      categories: ['security'],
      shelves: ['unverified'],
      sources: ['sonar'],
      files: ['a b.py', 'with, comma.py'],
      rules: ['python:S2077'],
      changes: ['new'],
      states: ['accepted'],
      fixable: true,
      disputed: true,
      text: 'sql & more',
    } as const;
    const search = withFilters(new URLSearchParams('finding=x'), filters);
    expect(search.get('finding')).toBe('x');
    expect(from(search.toString())).toEqual(filters);
  });

  it('tolerate junk', () => {
    expect(isFiltered(from('severity=,,terrible&category=%00&page=x'))).toBe(false);
  });

  it('vanish when cleared', () => {
    const cleared = withFilters(new URLSearchParams('severity=low&q=x'), from(''));
    expect(cleared.toString()).toBe('');
  });
});

describe('matching', () => {
  it.each([
    ['', ['a', 'b', 'c', 'd']],
    ['severity=critical', ['b', 'c', 'd']],
    ['severity=critical&file=a.py', ['c', 'd']],
    ['category=style', ['a']],
    ['category=style&category=security', ['a', 'b', 'c', 'd']],
    ['fix=yes', []],
    ['q=LONG', ['a']],
    ['q=cwe-798', ['d']],
    ['q=nothing', []],
  ])('%s lists %j', (query, expected) => {
    expect(ids(query)).toEqual(expected);
  });
});

describe('counts of a facet', () => {
  it('say what each value would list, with the other filters as they are', () => {
    expect([...countsOf(issues, from('file=a.py'), 'severities')]).toEqual([['critical', 2]]);
    expect([...countsOf(issues, from('severity=low&file=a.py'), 'files')]).toEqual([['b.py', 1]]);
  });

  it('are the length of the list once the value is chosen', () => {
    const counts = countsOf(issues, noFilters, 'categories');
    for (const [category, count] of counts) {
      expect(matching(issues, toggled(noFilters, 'categories', category))).toHaveLength(count);
    }
  });
});

it.each([
  [{ severity: 'critical' }, true],
  [{ severity: 'high', shelf: 'unverified' }, false],
  [{ severity: 'medium', category: 'bug', confidence: 0.8 }, true],
  [{ severity: 'medium', category: 'bug', confidence: 0.5 }, false],
  [{ severity: 'medium', category: 'style', confidence: 1 }, false],
  [{ severity: 'low' }, false],
] as const)('%o is looked at first: %s', (change, expected) => {
  expect(isPriority(anIssue(change))).toBe(expected);
});

it('lists the worst first, then by place', () => {
  expect(inReadingOrder(issues).map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a']);
});

it('counts what is listed', () => {
  expect(countBySeverity(issues)).toEqual({ critical: 3, high: 0, medium: 0, low: 1, info: 0 });
});
