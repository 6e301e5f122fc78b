import { describe, expect, it } from 'vitest';
import { parseMarkdown, type Block, type Inline } from './markdown';

const text = (parts: readonly Inline[]): string =>
  parts.map((part) => ('text' in part ? part.text : text(part.parts))).join('');
const only = (markdown: string): Block | undefined => parseMarkdown(markdown)[0];
const partsOf = (markdown: string): readonly Inline[] => {
  const block = only(markdown);
  return block && 'parts' in block ? block.parts : [];
};

describe('blocks', () => {
  it('are headings, paragraphs, rules, quotes and code, each where it stands', () => {
    const blocks = parseMarkdown(
      '# One\ntext\nmore\n\n---\n> quoted\n> on\n\n```python\nx = 1\n\n# no heading\n```\nafter',
    );
    expect(blocks.map(({ kind }) => kind)).toEqual([
      'heading',
      'paragraph',
      'rule',
      'quote',
      'code',
      'paragraph',
    ]);
    expect(blocks[4]).toEqual({ kind: 'code', language: 'python', text: 'x = 1\n\n# no heading' });
  });

  it('are lists with lists in them, numbers from where they begin, and tasks', () => {
    const list = only('3. three\n   - [x] done\n   - [ ] open\n4. four');
    expect(list).toMatchObject({ kind: 'list', ordered: true, start: 3 });
    const items = list?.kind === 'list' ? list.items : [];
    expect(items).toHaveLength(2);
    expect(items[0]?.blocks[1]).toMatchObject({ kind: 'list', items: [{ done: true }, { done: false }] });
  });

  it('keep the paragraphs and code of an item together', () => {
    const list = only('- one\n\n  still one\n\n  ```\n  code\n  ```\n- two\n\nafter');
    expect(list?.kind === 'list' && list.items.map(({ blocks }) => blocks.map(({ kind }) => kind))).toEqual([
      ['paragraph', 'paragraph', 'code'],
      ['paragraph'],
    ]);
  });

  it('are tables', () => {
    const table = only('| a | b |\n|---|:-:|\n| 1 | `x \\| y` |');
    expect(
      table?.kind === 'table' && [table.head.map(text), ...table.rows.map((row) => row.map(text))],
    ).toEqual([
      ['a', 'b'],
      ['1', 'x | y'],
    ]);
  });

  it('end where the text ends, even when code was never closed', () => {
    expect(only('```\nopen')).toEqual({ kind: 'code', language: '', text: 'open' });
  });
});

describe('lines', () => {
  it('have code, emphasis and links', () => {
    expect(partsOf('a `b*c*` **d _e_** [f](https://g.example/h_(i)) *j*').map(({ kind }) => kind)).toEqual([
      'text',
      'code',
      'text',
      'strong',
      'text',
      'link',
      'text',
      'em',
    ]);
  });

  it('do not take names and products for emphasis', () => {
    expect(partsOf('snake_case_name and 2 * 3 * 4')).toEqual([
      { kind: 'text', text: 'snake_case_name and 2 * 3 * 4' },
    ]);
  });

  it('have bare addresses as links, without the full stop behind them', () => {
    expect(partsOf('See https://a.example/b.')[1]).toMatchObject({
      kind: 'link',
      href: 'https://a.example/b',
    });
  });
});

describe('what is not trusted', () => {
  it.each([
    '[a](javascript:alert(1))',
    '[a](data:text/html,x)',
    '[a](/relative)',
    '![a](file:///etc/passwd)',
  ])('is no link: %s', (markdown) =>
    expect(partsOf(markdown).every(({ kind }) => kind === 'text')).toBe(true),
  );

  it('is no image: it would be fetched by looking', () => {
    expect(partsOf('![seen](https://tracker.example/1.png)')).toMatchObject([{ kind: 'link' }]);
  });

  it('stays text where it is HTML', () => {
    expect(text(partsOf('<img src=x onerror=alert(1)> <b>bold</b>'))).toBe(
      '<img src=x onerror=alert(1)> <b>bold</b>',
    );
  });

  it('is read in time, however it is nested or left open', () => {
    for (const hostile of [
      '>'.repeat(5000),
      '* '.repeat(3000),
      '['.repeat(5000),
      '`'.repeat(5001),
      '**a'.repeat(3000),
      '_a '.repeat(3000),
      '|'.repeat(4000) + '\n|-|',
    ]) {
      expect(parseMarkdown(hostile).length).toBeGreaterThan(0);
    }
  });
});
