import { pseudo } from './pseudo';

/** A catalogue in the language of the document. While developing, `en-XA` is the pseudo-locale. */
export function localized<T>(catalogue: T): T {
  return import.meta.env.DEV && document.documentElement.lang === 'en-XA' ? pseudo(catalogue) : catalogue;
}
