import { describe, expect, it } from 'vitest';
import { anIssue } from '@/test/builders';
import { countBySeverity, filtersFrom, inReadingOrder, isFiltered, matching, withFilters } from './filters';

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
    const search = withFilters(new URLSearchParams('finding=x'), {
      severities: ['critical', 'low'],
      category: 'security',
      file: 'a b.py',
      text: 'sql & more',
    });
    expect(search.get('finding')).toBe('x');
    expect(from(search.toString())).toEqual({
      severities: ['critical', 'low'],
      category: 'security',
      file: 'a b.py',
      text: 'sql & more',
    });
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
    ['q=LONG', ['a']],
    ['q=cwe-798', ['d']],
    ['q=nothing', []],
  ])('%s lists %j', (query, expected) => {
    expect(ids(query)).toEqual(expected);
  });
});

it('lists the worst first, then by place', () => {
  expect(inReadingOrder(issues).map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a']);
});

it('counts what is listed', () => {
  expect(countBySeverity(issues)).toEqual({ critical: 3, high: 0, medium: 0, low: 1, info: 0 });
});
