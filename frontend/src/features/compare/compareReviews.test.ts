import { expect, it } from 'vitest';
import { anIssue, sample } from '@/test/builders';
import type { Issue, ReviewResults } from '@/types/review';
import { compareReviews } from './compareReviews';

const results = JSON.parse(sample('results')) as ReviewResults;
const review = (id: string, issues: Issue[], change: Partial<ReviewResults> = {}): ReviewResults => ({
  ...results,
  job_id: id,
  baseline_job_id: null,
  ...change,
  results: { ...results.results, issues, gone: change.results?.gone ?? [] },
});
const prints = (issues: readonly Issue[]) => issues.map(({ fingerprint }) => fingerprint);
const issue = (fingerprint: string, change: Partial<Issue> = {}) =>
  anIssue({ fingerprint, change: null, ...change });

it('tells new, worsened, unchanged and gone by identity, not by line', () => {
  const before = review('a', [
    issue('same', { line: 1 }),
    issue('worse', { severity: 'low' }),
    issue('fixed'),
  ]);
  const after = review('b', [
    issue('same', { line: 40 }),
    issue('worse', { severity: 'high' }),
    issue('fresh'),
  ]);
  const { fresh, worsened, unchanged, gone } = compareReviews(before, after);
  expect([fresh, worsened, unchanged, gone].map(prints)).toEqual([['fresh'], ['worse'], ['same'], ['fixed']]);
});

it('does not call gone what was in a file that was not read this time', () => {
  const before = review('a', [issue('elsewhere', { file_path: 'app/static/vendor.min.js' })]);
  expect(compareReviews(before, review('b', [])).gone).toEqual([]);
});

it('takes the answer of the server where it has compared the two', () => {
  const after = review('b', [issue('x', { change: 'unchanged' })], {
    baseline_job_id: 'a',
    results: { ...results.results, gone: [issue('y')] },
  });
  const compared = compareReviews(review('a', []), after);
  expect(prints(compared.unchanged)).toEqual(['x']);
  expect(prints(compared.gone)).toEqual(['y']);
});
