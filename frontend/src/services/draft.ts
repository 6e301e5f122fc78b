import { z } from 'zod';
import type { FocusArea, Language } from '@/types/review';

/** One file that is being prepared for review. */
export interface DraftFile {
  /** Null until the person names it. */
  readonly path: string | null;
  readonly content: string;
  /** Null: detected from name and text. */
  readonly language: Language | null;
}

/** What the New review page holds; it survives reloads, expired sessions and closed tabs. */
export interface Draft {
  /** At least one; the editor always shows a file. */
  readonly files: readonly DraftFile[];
  readonly active: number;
  /** Empty means everything. */
  readonly focus: readonly FocusArea[];
}

export const emptyFile: DraftFile = { path: null, content: '', language: null };
export const emptyDraft: Draft = { files: [emptyFile], active: 0, focus: [] };

const currentKey = 'draft';
const asideKey = 'draft.aside';
const ownerKey = 'draft.owner';

/** Storage is written by older versions of this page too: what does not fit any more is no draft. */
const draftShape = z.object({
  files: z
    .array(z.object({ path: z.string().nullable(), content: z.string(), language: z.string().nullable() }))
    .min(1),
  active: z.number().int().min(0),
  focus: z.array(z.string()),
});

export function isEmpty(draft: Draft): boolean {
  return draft.files.every(({ content }) => content.trim() === '');
}

export function loadDraft(): Draft {
  return read(currentKey) ?? emptyDraft;
}

/** False when the browser had no room for it. */
export function saveDraft(draft: Draft): boolean {
  return write(currentKey, draft);
}

/** Puts another draft in place; one that held something else is set aside and can be restored. */
export function replaceDraft(draft: Draft, previous: Draft = loadDraft()): void {
  if (!isEmpty(previous) && JSON.stringify(previous.files) !== JSON.stringify(draft.files)) {
    write(asideKey, previous);
  }
  write(currentKey, draft);
}

/** The draft that was set aside, if any. */
export function draftAside(): Draft | null {
  return read(asideKey);
}

export function forgetDraftAside(): void {
  localStorage.removeItem(asideKey);
}

/** Drafts are code: they go when the person signs out. */
export function clearDrafts(): void {
  for (const key of [currentKey, asideKey, ownerKey]) localStorage.removeItem(key);
}

/** Keeps the drafts for the person who wrote them: another one who signs in here does not get to see them. */
export function claimDrafts(userId: string): void {
  const owner = localStorage.getItem(ownerKey);
  if (owner !== null && owner !== userId) clearDrafts();
  localStorage.setItem(ownerKey, userId);
}

function read(key: string): Draft | null {
  try {
    const parsed = draftShape.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'));
    if (!parsed.success) return null;
    const draft = parsed.data as Draft;
    return { ...draft, active: Math.min(draft.active, draft.files.length - 1) };
  } catch {
    return null;
  }
}

function write(key: string, draft: Draft): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}
