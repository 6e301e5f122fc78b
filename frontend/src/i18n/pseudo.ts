/**
 * The pseudo-locale (`en-XA`): every text of the catalogue in brackets, longer and with accents. Whatever stands on the
 * page without brackets did not come from the catalogue; whatever breaks has no room for a longer language.
 */
export function pseudo<T>(part: T): T {
  return pseudoOf(part) as T;
}

function pseudoOf(part: unknown): unknown {
  if (typeof part === 'string') return pseudoText(part);
  if (typeof part === 'function')
    return (...values: unknown[]) => pseudoOf(Reflect.apply(part, null, values));
  if (Array.isArray(part)) return part.map(pseudoOf);
  if (typeof part === 'object' && part !== null) {
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, pseudoOf(value)]));
  }
  return part;
}

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Á',
  E: 'É',
  O: 'Ó',
};

function pseudoText(text: string): string {
  const accented = text.replaceAll(/[aeiouAEO]/g, (letter) => accents[letter] ?? letter);
  return `⟦${accented}${'·'.repeat(Math.ceil(text.length / 3))}⟧`;
}
