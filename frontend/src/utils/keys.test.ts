import { expect, it } from 'vitest';
import { isLetterBinding, keyCaps, pressOf, takesText } from './keys';

it.each([
  [{ key: 'J' }, 'j'],
  [{ key: '?', shiftKey: true }, '?'],
  [{ key: 'k', metaKey: true }, 'mod+k'],
  [{ key: 'K', ctrlKey: true }, 'mod+k'],
  [{ key: ' ' }, 'space'],
])('names the press %o', (init, name) => {
  expect(pressOf(new KeyboardEvent('keydown', init))).toBe(name);
});

it('tells letters from the rest', () => {
  expect(['j', 'g h', '?', 'mod+k', 'escape'].map(isLetterBinding)).toEqual([true, true, true, false, false]);
});

it('leaves letters to what takes text', () => {
  document.body.innerHTML =
    '<input id="text"><input id="box" type="checkbox"><button id="button"></button><div data-letter-keys><textarea id="reader"></textarea></div>';
  const takes = (id: string): boolean => takesText(document.getElementById(id));
  expect(['text', 'box', 'button', 'reader'].map(takes)).toEqual([true, false, false, false]);
});

it('writes keys the way the keyboard does', () => {
  expect(keyCaps('g h', false)).toEqual(['g', 'h']);
  expect(keyCaps('mod+k', false)).toEqual(['Ctrl', 'K']);
  expect(keyCaps('mod+k', true)).toEqual(['⌘', 'K']);
});
