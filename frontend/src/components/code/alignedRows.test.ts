import { expect, it } from 'vitest';
import { alignedRows, changedPart } from './alignedRows';

it('puts changed lines beside those that take their place, and numbers both sides', () => {
  const rows = alignedRows({ line: 3, removed: ['c'], added: ['C', 'd'], above: ['b'], below: ['e'] });
  const shown = rows.map(({ kind, before, after }) => [
    kind,
    before ? `${before.number} ${before.text}` : '',
    after ? `${after.number} ${after.text}` : '',
  ]);
  expect(shown).toEqual([
    ['same', '2 b', '2 b'],
    ['changed', '3 c', '3 C'],
    ['changed', '', '4 d'],
    ['same', '4 e', '5 e'],
  ]);
});

it('does not mark a line that stays as it was between others that change', () => {
  const rows = alignedRows({ line: 1, removed: ['a', 'b'], added: ['a', 'c'], above: [], below: [] });
  expect(rows.map(({ kind }) => kind)).toEqual(['same', 'changed']);
});

it.each([
  ['md5(x)', 'sha256(x)', [0, 3]],
  ['a = 1', 'a = 10', [5, 5]],
  ['aaa', 'aa', [2, 3]],
  ['same', 'same', [4, 4]],
])('%s differs from %s at %j', (text, other, part) => {
  expect(changedPart(text, other)).toEqual(part);
});
