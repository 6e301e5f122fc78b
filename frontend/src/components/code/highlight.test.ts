import { describe, expect, it } from 'vitest';
import { highlight } from './highlight';

const kinds = (code: string, language: string) =>
  highlight(code, language)
    .filter(({ kind }) => kind !== 'plain')
    .map(({ text, kind }) => [text, kind]);

describe('highlight', () => {
  it('tells comments, strings, numbers and keywords apart', () => {
    expect(kinds('if x == 10:  # "not a string"\n    return "a # b"', 'python')).toEqual([
      ['if', 'keyword'],
      ['10', 'number'],
      ['# "not a string"', 'comment'],
      ['return', 'keyword'],
      ['"a # b"', 'string'],
    ]);
  });

  it('sees a comment over several lines, and one that never ends', () => {
    expect(kinds('/* a\n b */ int x; /* open', 'java')).toEqual([
      ['/* a\n b */', 'comment'],
      ['int', 'keyword'],
      ['/* open', 'comment'],
    ]);
  });

  it('reads the words of SQL in either case', () => {
    expect(kinds("select * FROM t -- all\nWHERE a = 'b'", 'sql')).toEqual([
      ['select', 'keyword'],
      ['FROM', 'keyword'],
      ['-- all', 'comment'],
      ['WHERE', 'keyword'],
      ["'b'", 'string'],
    ]);
  });

  it.each([
    ['def f(a): return """x\n\'y', 'python'],
    ['const a = `b ${c}` + "\\"";', 'javascript'],
    ['anything at all', 'klingon'],
    ['', 'go'],
  ])('loses nothing of %j', (code, language) => {
    expect(
      highlight(code, language)
        .map(({ text }) => text)
        .join(''),
    ).toBe(code);
  });
});
