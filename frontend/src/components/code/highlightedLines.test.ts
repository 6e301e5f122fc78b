import { describe, expect, it } from 'vitest';
import { highlightedLines, piecesOf } from './highlightedLines';

describe('code in colour, line by line', () => {
  it('keeps every letter on its line', () => {
    const code = 'def find(name):\n    """One\n    text."""\n\n    return 7  # lucky\n';
    const lines = highlightedLines(code, 'python').map((tokens) => tokens.map(({ text }) => text).join(''));
    expect(lines.join('\n')).toBe(code);
  });

  it('colours each line of a text that spans several', () => {
    const kinds = highlightedLines('x = """One\ntwo"""', 'python').map((tokens) => tokens.at(-1)?.kind);
    expect(kinds).toEqual(['string', 'string']);
  });

  it('leaves code in an unknown language plain', () => {
    expect(highlightedLines('return 7\n', 'cobol')).toEqual([[{ text: 'return 7', kind: 'plain' }], []]);
  });

  it('cuts where a token or a mark ends', () => {
    const pieces = piecesOf(
      [
        { text: 'return', kind: 'keyword' },
        { text: ' eval(', kind: 'plain' },
        { text: '"1"', kind: 'string' },
        { text: ')', kind: 'plain' },
      ],
      [
        { text: 'return ', severity: null },
        { text: 'eval("1")', severity: 'high' },
      ],
    );
    expect(pieces).toEqual([
      { text: 'return', kind: 'keyword', severity: null },
      { text: ' ', kind: 'plain', severity: null },
      { text: 'eval(', kind: 'plain', severity: 'high' },
      { text: '"1"', kind: 'string', severity: 'high' },
      { text: ')', kind: 'plain', severity: 'high' },
    ]);
  });

  it('takes a line without marks as it is', () => {
    expect(piecesOf([{ text: 'x', kind: 'plain' }], [])).toEqual([
      { text: 'x', kind: 'plain', severity: null },
    ]);
  });
});
