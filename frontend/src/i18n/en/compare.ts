import { counted, formatNumber } from '../format';

/** Texts of the comparison of two reviews. */
export const compare = {
  title: 'Compare reviews',
  text: 'Findings are matched by what they are, not by their line.',
  with: 'Compared with',
  choose: 'Choose an earlier review',
  search: 'File name or id',
  noReview: 'No such review among the newest',
  none: 'Nothing to compare with yet',
  noneText: 'Choose the review that this one should be compared with.',
  figures: 'Both reviews in figures',
  inShort: 'Figures',
  verdicts: (before: string, after: string) =>
    before === after ? `${after} as before` : `${after}, ${before.toLowerCase()} before`,
  counts: (before: number, after: number) =>
    `${counted(after, 'finding', 'findings')}, ${formatNumber(before)} before`,
  figure: 'Figure',
  before: 'Before',
  after: 'After',
  difference: 'Change',
  verdict: 'Verdict',
  same: 'Same',
  changed: 'Changed',
  was: (severity: string) => `Was ${severity.toLowerCase()}`,
  by: (amount: string, more: boolean) => `${more ? '+' : '−'}${amount}`,
  parts: { fresh: 'New', worsened: 'Worsened', unchanged: 'Unchanged', gone: 'Gone' },
  noneOf: {
    fresh: 'Nothing new was found.',
    worsened: 'Nothing has become worse.',
    unchanged: 'Nothing is as it was.',
    gone: 'Nothing that was found before has gone.',
  },
  further: (count: number) => `${counted(count, 'further finding', 'further findings')} in the review itself`,
} as const;
