import type { FocusArea, Language } from '@/types/review';
import { forgetUploads } from './keptUpload';

/** One file that is being prepared for review. */
export interface DraftFile {
  /** Null until the person names it. */
  readonly path: string | null;
  readonly content: string;
  /** Null: detected from name and text. */
  readonly language: Language | null;
}

/** A repository that is to be reviewed, as it is being typed. */
export interface DraftRepository {
  /** Empty for that of the project. */
  readonly url: string;
  readonly ref: string;
  readonly pullRequest: string;
  readonly postComments: boolean;
}

export const emptyRepository: DraftRepository = { url: '', ref: '', pullRequest: '', postComments: false };

/** What the New review page holds; it survives reloads, expired sessions and closed tabs. */
export interface Draft {
  /** At least one; the editor always shows a file. */
  readonly files: readonly DraftFile[];
  readonly active: number;
  /** Empty means everything. */
  readonly focus: readonly FocusArea[];
  /** The name of the reviewing workflow. */
  readonly workflow: string;
  /** The project that the review will belong to. */
  readonly project: string | null;
  /** The review that this one will be compared with. */
  readonly baseline: string | null;
  /** Reviewed instead of the files. */
  readonly repository: DraftRepository | null;
  /** Reviewed instead of the files: the id of an upload, whose bytes are kept elsewhere. */
  readonly upload: string | null;
  /** What the review may cost at most, in US dollars; null for what is usual. */
  readonly maxUsd: number | null;
}

export const emptyFile: DraftFile = { path: null, content: '', language: null };
export const emptyDraft: Draft = {
  files: [emptyFile],
  active: 0,
  focus: [],
  workflow: 'quick_code_review',
  project: null,
  baseline: null,
  repository: null,
  upload: null,
  maxUsd: null,
};

const currentKey = 'draft';
const asideKey = 'draft.aside';
const ownerKey = 'draft.owner';

export function isEmpty(draft: Draft): boolean {
  return draft.files.every(({ content }) => content.trim() === '');
}

/** What the person chose about reviewing, without the code. */
export function withoutCode({ focus, workflow, project }: Draft): Draft {
  return { ...emptyDraft, focus, workflow, project };
}

/** An example to be reviewed as the person chose; it belongs to none of their projects. */
export function draftOfExample(example: { path: string; code: string }, chosen: Draft): Draft {
  const file = { path: example.path, content: example.code, language: null };
  return { ...withoutCode(chosen), project: null, files: [file] };
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
  if (losesSomething(previous, draft)) write(asideKey, previous);
  write(currentKey, draft);
}

function losesSomething(previous: Draft, next: Draft): boolean {
  const losesUpload = previous.upload !== null && previous.upload !== next.upload;
  const losesFiles = !isEmpty(previous) && JSON.stringify(previous.files) !== JSON.stringify(next.files);
  return losesUpload || losesFiles;
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
  void forgetUploads();
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
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isDraft(value)
      ? { ...emptyDraft, ...value, active: Math.min(value.active, value.files.length - 1) }
      : null;
  } catch {
    return null;
  }
}

/** Storage is written by older versions of this page too: what does not fit any more is no draft. */
function isDraft(value: unknown): value is Draft {
  const { files, active, focus } = (value ?? {}) as Partial<Record<keyof Draft, unknown>>;
  return (
    Array.isArray(files) &&
    files.length > 0 &&
    files.every((file: Partial<DraftFile> | null) => typeof file?.content === 'string') &&
    Number.isInteger(active) &&
    Number(active) >= 0 &&
    Array.isArray(focus)
  );
}

function write(key: string, draft: Draft): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}
