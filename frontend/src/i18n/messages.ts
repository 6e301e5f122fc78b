import { en } from './en';

/** The catalogue in use. One language so far; a further one has the same type. */
export const m = en;
