import { expect, it } from 'vitest';
import { alignedRows, changedPart, type DiffRow } from './alignedRows';

function shown(row: DiffRow) {
  if (row.kind === 'gap') return [row.kind, row.lines];
  const { kind, before, after } = row;
  return [
    kind,
    before ? `${before.number} ${before.text}` : '',
    after ? `${after.number} ${after.text}` : '',
  ];
}

it('puts changed lines beside those that take their place, and numbers both sides', () => {
  const rows = alignedRows({ line: 3, removed: ['c'], added: ['C', 'd'], above: ['b'], below: ['e'] });
  expect(rows.map(shown)).toEqual([
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

it('leaves out what stays far from the changes', () => {
  const kept = Array.from({ length: 12 }, (_, index) => `kept ${index}`);
  const rows = alignedRows({
    line: 1,
    removed: [...kept, 'old'],
    added: ['import', ...kept, 'new'],
    above: [],
    below: [],
  });
  expect(rows.map(shown)).toEqual([
    ['changed', '', '1 import'],
    ...[0, 1, 2, 3].map((index) => ['same', `${index + 1} kept ${index}`, `${index + 2} kept ${index}`]),
    ['gap', 4],
    ...[8, 9, 10, 11].map((index) => ['same', `${index + 1} kept ${index}`, `${index + 2} kept ${index}`]),
    ['changed', '13 old', '14 new'],
  ]);
});

it.each([
  ['md5(x)', 'sha256(x)', [0, 3]],
  ['a = 1', 'a = 10', [5, 5]],
  ['aaa', 'aa', [2, 3]],
  ['same', 'same', [4, 4]],
])('%s differs from %s at %j', (text, other, part) => {
  expect(changedPart(text, other)).toEqual(part);
});
