import { emptyFile, isEmpty, type Draft, type DraftFile } from '@/services/draft';

/** The file in the editor. */
export function activeFile({ files, active }: Draft): DraftFile {
  return files[active] ?? emptyFile;
}

/** Changes the file in the editor. */
export function changeActive(draft: Draft, change: Partial<DraftFile>): Draft {
  return {
    ...draft,
    files: draft.files.map((file, index) => (index === draft.active ? { ...file, ...change } : file)),
  };
}

/** Adds files and shows the first of them. A file of the same path is replaced; an empty draft is filled. */
export function addFiles(draft: Draft, added: readonly DraftFile[]): Draft {
  const [first] = added;
  if (!first) return draft;
  const paths = new Set(added.map(({ path }) => path));
  const others = isEmpty(draft) ? [] : draft.files.filter(({ path }) => path === null || !paths.has(path));
  return { ...draft, files: [...others, ...added], active: others.length };
}

/** Takes a file out; the last one leaves an empty file behind. */
export function removeFile(draft: Draft, index: number): Draft {
  const files = draft.files.filter((_, position) => position !== index);
  if (files.length === 0) return { ...draft, files: [emptyFile], active: 0 };
  const active = index < draft.active ? draft.active - 1 : Math.min(draft.active, files.length - 1);
  return { ...draft, files, active };
}
