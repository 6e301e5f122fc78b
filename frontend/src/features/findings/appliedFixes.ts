import { z } from 'zod';

const schema = z.array(z.string());
const keyOf = (jobId: string): string => `fixes.${jobId}`;

/** Findings of a review whose fixes are applied to the code on the page; this tab keeps them over reloads and detours. */
export function readApplied(jobId: string): ReadonlySet<string> {
  try {
    return new Set(schema.parse(JSON.parse(sessionStorage.getItem(keyOf(jobId)) ?? '[]')));
  } catch {
    return new Set();
  }
}

/** Without room they last as long as the page. */
export function keepApplied(jobId: string, ids: ReadonlySet<string>): void {
  try {
    if (ids.size > 0) sessionStorage.setItem(keyOf(jobId), JSON.stringify([...ids]));
    else sessionStorage.removeItem(keyOf(jobId));
  } catch {
    return;
  }
}
