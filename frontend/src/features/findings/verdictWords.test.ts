import { describe, expect, it } from 'vitest';
import { sample } from '@/test/builders';
import type { Coverage, ReviewResults } from '@/types/review';
import { conditionWords, verdictSentence } from './verdictWords';

const { verdict, coverage } = JSON.parse(sample('results')) as ReviewResults;
const everything: Coverage = { files: [], secrets_masked: 0, findings_dropped: 0 };

describe('the verdict in words', () => {
  it('says how many conditions are not met, and which', () => {
    expect(verdictSentence(verdict, coverage)).toBe('2 of 2 conditions not met.');
    expect(verdict.conditions.map(conditionWords)).toEqual([
      'Critical findings: 1, at most 0 allowed',
      'Security: 3, at least 7 required',
    ]);
  });

  it('names files that were not read', () => {
    const unread = {
      metric: 'unread_files',
      actual: 2,
      operator: '<=',
      threshold: 0,
      passed: false,
    } as const;
    expect(conditionWords(unread)).toBe('Unread files: 2, at most 0 allowed');
  });

  it('says when all are met', () => {
    const passed = { gate: 'passed' as const, conditions: verdict.conditions };
    expect(verdictSentence(passed, everything)).toBe('all 2 conditions are met.');
  });

  it('says what an incomplete review has not covered', () => {
    const incomplete = { gate: 'incomplete' as const, conditions: [] };
    expect(verdictSentence(incomplete, coverage)).toBe(
      '1 file was not fully reviewed, so there is no verdict.',
    );
  });
});
