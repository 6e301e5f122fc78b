import { describe, expect, it } from 'vitest';
import type { Mark } from '@/components/code/marks';
import type { Fix } from '@/types/review';
import { applyFixes, canApply, lineChangeOf } from './fixes';

const text = 'one\ntwo two\nthree\nfour\n';
const fix = (line: number, column: number, endLine: number, endColumn: number, replacement: string): Fix => ({
  description: '',
  replacement,
  line,
  column,
  end_line: endLine,
  end_column: endColumn,
});
const mark = (line: number, column: number, endColumn: number): Mark => ({
  id: 'm',
  severity: 'low',
  title: '',
  line,
  endLine: line,
  column,
  endColumn,
});

describe('applyFixes', () => {
  it('replaces each place, whatever the order of the fixes', () => {
    const fixes = [fix(3, 1, 3, 6, 'THREE'), fix(2, 5, 2, 8, 'more\nlines')];
    expect(applyFixes(text, fixes).text).toBe('one\ntwo more\nlines\nTHREE\nfour\n');
    expect(applyFixes(text, fixes.toReversed()).text).toBe(applyFixes(text, fixes).text);
  });

  it('moves marks behind a fix with the text they belong to', () => {
    const { text: fixed, move } = applyFixes(text, [fix(2, 1, 2, 4, 'a\nb')]);
    expect(fixed).toBe('one\na\nb two\nthree\nfour\n');
    expect(move(mark(1, 1, 4))).toMatchObject({ line: 1, column: 1, endColumn: 4 });
    expect(move(mark(2, 5, 8))).toMatchObject({ line: 3, column: 3, endColumn: 6 });
    expect(move(mark(4, 1, 5))).toMatchObject({ line: 5, column: 1, endColumn: 5 });
  });

  it('moves marks up when lines go', () => {
    const { text: fixed, move } = applyFixes(text, [fix(2, 1, 3, 1, '')]);
    expect(fixed).toBe('one\nthree\nfour\n');
    expect(move(mark(4, 1, 5))).toMatchObject({ line: 3, endLine: 3 });
  });

  it('changes nothing without fixes', () => {
    expect(applyFixes(text, []).text).toBe(text);
  });
});

describe('a fix of several lines', () => {
  const lines = 'a\nb\nc\nd';

  it.each(['x\na\nb\nC\nd', 'a\nd', 'd', '', 'a\nb\nc\nd\ne', 'x\nb\ny', 'a\nx\nb\nx\nc\nd', 'a\nb\nc'])(
    'makes all of what it says: %j',
    (replacement) => {
      expect(applyFixes(`>${lines}<\n`, [fix(1, 2, 4, 2, replacement)]).text).toBe(`>${replacement}<\n`);
    },
  );

  it('changes only the lines that differ, and what two say alike once', () => {
    const one = fix(1, 1, 3, 2, 'import x\na\nb\nC');
    const other = fix(1, 1, 2, 2, 'import x\na\nB');
    const third = fix(1, 1, 1, 2, 'A');
    expect(canApply(lines, other, [one])).toBe(true);
    expect(canApply(lines, third, [one, other])).toBe(true);
    expect(canApply(lines, fix(3, 1, 3, 2, 'see'), [one])).toBe(false);
    expect(applyFixes(lines, [third, other, one]).text).toBe('import x\nA\nB\nC\nd');
  });
});

describe('canApply', () => {
  it('refuses a fix whose code another fix has changed', () => {
    const applied = [fix(2, 1, 2, 8, 'x')];
    expect(canApply(text, fix(2, 5, 2, 6, 'y'), applied)).toBe(false);
    expect(canApply(text, fix(3, 1, 3, 2, 'y'), applied)).toBe(true);
  });

  it('refuses a fix that lies outside the text', () => {
    expect(canApply(text, fix(9, 1, 9, 2, 'y'), [])).toBe(false);
    expect(canApply(text, fix(4, 1, 4, 99, 'y'), [])).toBe(false);
  });
});

describe('lineChangeOf', () => {
  it('shows the whole lines before and after', () => {
    expect(lineChangeOf(text, fix(2, 5, 2, 8, '2'))).toEqual({
      line: 2,
      removed: ['two two'],
      added: ['two 2'],
    });
    expect(lineChangeOf(text, fix(2, 1, 3, 6, 'x'))).toEqual({
      line: 2,
      removed: ['two two', 'three'],
      added: ['x'],
    });
  });

  it('shows the last line of a text without a final line break', () => {
    expect(lineChangeOf('a\nb', fix(2, 1, 2, 2, 'c'))).toEqual({ line: 2, removed: ['b'], added: ['c'] });
  });

  it('shows lines that only go', () => {
    expect(lineChangeOf(text, fix(2, 1, 3, 1, ''))).toEqual({
      line: 2,
      removed: ['two two', 'three'],
      added: ['three'],
    });
  });
});
