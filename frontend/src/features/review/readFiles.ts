import type { DraftFile } from '@/services/draft';

export type SkipReason = 'binary' | 'large' | 'folder' | 'unreadable' | 'empty' | 'many';

export interface SkippedFile {
  readonly name: string;
  readonly reason: SkipReason;
}

export interface ReadFiles {
  readonly files: readonly DraftFile[];
  readonly skipped: readonly SkippedFile[];
}

/** A request's body is at most 4 MB; the rest is for JSON's quoting. */
export const submissionBytes = 4 * 1024 * 1024 - 64 * 1024;
/** More belongs into an archive. */
export const mostFiles = 200;

const sniffedBytes = 8_000;

/** Reads dropped, pasted or chosen files as text. What can't be reviewed is named with its reason, not left out silently. */
export async function readFiles(chosen: readonly File[]): Promise<ReadFiles> {
  const outcomes = await Promise.all(
    chosen.map(async (file, index): Promise<DraftFile | SkippedFile> =>
      index < mostFiles ? await readFile(file) : { name: nameOf(file), reason: 'many' },
    ),
  );
  return {
    files: outcomes.filter((outcome) => 'content' in outcome),
    skipped: outcomes.filter((outcome) => 'reason' in outcome),
  };
}

async function readFile(file: File): Promise<DraftFile | SkippedFile> {
  const name = nameOf(file);
  if (file.size > submissionBytes) return { name, reason: 'large' };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (bytes.length === 0) return { name, reason: 'empty' };
    // The sign git goes by too: text has no NUL byte.
    if (bytes.subarray(0, sniffedBytes).includes(0)) return { name, reason: 'binary' };
    return { path: name, content: new TextDecoder().decode(bytes), language: null };
  } catch {
    // A folder can be dropped like a file, but it cannot be read like one.
    return { name, reason: file.type === '' && file.size % 4096 === 0 ? 'folder' : 'unreadable' };
  }
}

/** With folders chosen as a whole, the path below the folder; else the name. */
function nameOf(file: File): string {
  return file.webkitRelativePath || file.name;
}

/** The bytes a text takes on the wire, before JSON's quoting. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
