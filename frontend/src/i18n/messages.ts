import { en } from './en';
import { localized } from './locale';

/** The catalogue in use. One language so far; a further one has the same type. */
export const m = localized(en);
