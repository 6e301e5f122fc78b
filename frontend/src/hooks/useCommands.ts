import { useEffect, useRef } from 'react';
import { addCommands, commandFor, type Command } from '@/store/commandStore';
import { useUiStore } from '@/store/uiStore';
import { isLetterBinding, pressOf, takesText } from '@/utils/keys';

/**
 * Offers commands while the component is there. What they do is always that of the last render; the list itself (ids,
 * labels, keys) is read once, or when `listKey` changes.
 */
export function useCommands(commands: readonly Command[], listKey = ''): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(
    () =>
      addCommands(
        latest.current.map((command) => ({
          ...command,
          run: () => latest.current.find(({ id }) => id === command.id)?.run(),
        })),
      ),
    [listKey],
  );
}

/** Presses further apart than this are not one sequence. */
const sequenceMs = 1_000;

/** Listens for the keys of all commands. One of these stands in the frame. */
export function useCommandKeys(): void {
  useEffect(() => {
    let before = '';
    let at = 0;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const press = pressOf(event);
      const sequence = before !== '' && event.timeStamp - at < sequenceMs ? `${before} ${press}` : press;
      before = '';
      const command = commandFor(sequence) ?? commandFor(press);
      if (!command) return;
      if (isLetterBinding(sequence) && !lettersMean(event.target)) return;
      if (command === 'begins') {
        before = sequence;
        at = event.timeStamp;
        return;
      }
      if (!press.startsWith('mod+') && isModalOpen()) return;
      event.preventDefault();
      event.stopPropagation();
      command.run();
    };
    // Before the editor, which takes some of these keys for itself.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}

function lettersMean(target: EventTarget | null): boolean {
  return useUiStore.getState().letterKeys && !takesText(target);
}

function isModalOpen(): boolean {
  return (
    document.querySelector('[role="alertdialog"], [role="dialog"][data-state="open"], [role="menu"]') !== null
  );
}
