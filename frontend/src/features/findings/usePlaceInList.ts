import { useState } from 'react';
import type { Issue } from '@/types/review';

/** Where the open finding stands among those listed; positions count from 0 and may lie outside the list. */
export interface PlaceInList {
  /** -1 when it is not listed. */
  readonly index: number;
  readonly before: number;
  readonly after: number;
}

/** A finding that a decision took out of the list leaves its place to the next one: whoever goes on misses none. */
export function usePlaceInList(listed: readonly Issue[], open: Issue | null): PlaceInList {
  const [stood, setStood] = useState({ id: '', index: 0 });
  const index = open ? listed.findIndex(({ id }) => id === open.id) : -1;
  if (open && index >= 0 && (stood.id !== open.id || stood.index !== index)) setStood({ id: open.id, index });
  if (index >= 0) return { index, before: index - 1, after: index + 1 };
  const after = open?.id === stood.id ? Math.min(stood.index, listed.length) : 0;
  return { index, before: after - 1, after };
}
