/** One press of a key, in the words that bindings are written in: `j`, `?`, `mod+k`, `escape`. */
export function pressOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): string {
  const name = key === ' ' ? 'space' : key.toLowerCase();
  const mod = ctrlKey || metaKey ? 'mod+' : '';
  return `${mod}${altKey ? 'alt+' : ''}${name}`;
}

/** Whether a binding is made of plain characters, which a person may turn off. */
export function isLetterBinding(keys: string): boolean {
  return keys.split(' ').every((press) => press.length === 1);
}

/** Whether typing goes into what has the focus. A read-only editor takes no text, so letters stay commands there. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('[data-letter-keys]')) return false;
  return (
    target.closest(
      'input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"], [role="menu"]',
    ) !== null
  );
}

/** `g d` as what a person sees: `g`, `d`; `mod+k` as `Ctrl`, `K` or as `⌘`, `K`. */
export function keyCaps(keys: string, apple = isApple): readonly string[] {
  return keys.split(/[ +]/).map((part) => {
    if (part === 'mod') return apple ? '⌘' : 'Ctrl';
    const named: Readonly<Record<string, string>> = {
      escape: 'Esc',
      enter: '↵',
      arrowdown: '↓',
      arrowup: '↑',
    };
    return named[part] ?? (keys.includes('+') ? part.toUpperCase() : part);
  });
}

export const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);
