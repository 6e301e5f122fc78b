import { z } from 'zod';

const key = 'history.views';
const schema = z.array(z.object({ name: z.string(), search: z.string() }));

/** A name and the filters behind it, as the address has them. */
export type View = z.infer<typeof schema>[number];

/** The views that this browser keeps; none when what it keeps can't be read. */
export function readViews(): readonly View[] {
  try {
    return schema.parse(JSON.parse(localStorage.getItem(key) ?? '[]'));
  } catch {
    return [];
  }
}

export function writeViews(views: readonly View[]): void {
  localStorage.setItem(key, JSON.stringify(views));
}
