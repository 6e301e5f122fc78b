import { describe, expect, it } from 'vitest';
import { anIssue } from '@/test/builders';
import { markAt, marksByLine, marksOf, relatedMarksOf, segmentsOf, type Mark } from './marks';

const mark = (id: string, change: Partial<Mark> = {}): Mark => ({
  id,
  severity: 'medium',
  title: id,
  line: 3,
  endLine: 3,
  column: 5,
  endColumn: 20,
  ...change,
});

describe('marksOf', () => {
  it('takes the findings of the file that have a place', () => {
    const issues = [anIssue(), anIssue({ id: 'b', file_path: 'other.py' }), anIssue({ id: 'c', line: null })];
    expect(marksOf(issues, 'app/db.py').map(({ id }) => id)).toEqual(['issue-1']);
  });

  it('covers to the end of the line when no column is known', () => {
    const [found] = marksOf([anIssue({ column: null, end_column: null, end_line: null })], 'app/db.py');
    expect(found).toMatchObject({ line: 7, endLine: 7, column: 1, endColumn: null });
  });
});

describe('marksByLine', () => {
  it('gives a line the worst of its severities', () => {
    const lines = marksByLine([
      mark('a', { severity: 'low' }),
      mark('b', { severity: 'critical' }),
      mark('c', { line: 1 }),
    ]);
    expect(lines.map(({ line, severity, marks }) => [line, severity, marks.length])).toEqual([
      [1, 'medium', 1],
      [3, 'critical', 2],
    ]);
  });

  it('leaves further places out of the gutter', () => {
    const issue = anIssue({
      related: [{ file_path: 'app/db.py', line: 2, column: 1, end_line: 2, end_column: 5, message: 'Here' }],
    });
    expect(marksByLine(relatedMarksOf(issue, 'app/db.py'))).toEqual([]);
    expect(relatedMarksOf(issue, 'other.py')).toEqual([]);
  });
});

describe('markAt', () => {
  const wide = mark('wide', { column: 1, endColumn: 40 });
  const narrow = mark('narrow');

  it('prefers the narrowest mark below the click', () => {
    expect(markAt([wide, narrow], 3, 10, null)?.id).toBe('narrow');
    expect(markAt([wide, narrow], 3, 30, null)?.id).toBe('wide');
    expect(markAt([wide, narrow], 4, 10, null)).toBeNull();
  });

  it('goes on to the next one when the same place is clicked again', () => {
    expect(markAt([wide, narrow], 3, 10, 'narrow')?.id).toBe('wide');
    expect(markAt([wide, narrow], 3, 10, 'wide')?.id).toBe('narrow');
  });

  it('takes a click beside the line for what begins there', () => {
    const long = mark('long', { line: 1, endLine: 9 });
    expect(markAt([long, narrow], 3, null, null)?.id).toBe('narrow');
    expect(markAt([long, narrow], 5, null, null)).toBeNull();
  });
});

describe('segmentsOf', () => {
  it('cuts a line where marks begin and end', () => {
    expect(segmentsOf('abcdefgh', 3, [mark('a', { column: 3, endColumn: 5 })])).toEqual([
      { text: 'ab', severity: null },
      { text: 'cd', severity: 'medium' },
      { text: 'efgh', severity: null },
    ]);
  });

  it('shows the worst where marks overlap', () => {
    const high = mark('b', { column: 2, endColumn: 4, severity: 'high' });
    const parts = segmentsOf('abcdef', 3, [mark('a', { column: 1, endColumn: null }), high]);
    expect(parts.map(({ text, severity }) => `${text}:${severity}`)).toEqual([
      'a:medium',
      'bc:high',
      'def:medium',
    ]);
  });

  it('leaves nothing out when a mark lies beyond the text', () => {
    const parts = segmentsOf('abc', 3, [mark('a', { column: 9, endColumn: 20 })]);
    expect(parts).toEqual([{ text: 'abc', severity: null }]);
  });
});
