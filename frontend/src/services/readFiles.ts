import type { DraftFile } from './draft';
import { unzip } from './unzip';

export type SkipReason =
  'binary' | 'large' | 'folder' | 'unreadable' | 'empty' | 'many' | 'dependency' | 'total' | 'archive';

export interface SkippedFile {
  readonly name: string;
  readonly reason: SkipReason;
}

export interface ReadFiles {
  readonly files: readonly DraftFile[];
  readonly skipped: readonly SkippedFile[];
}

/** A file with the path under which it is reviewed. */
export interface Candidate {
  readonly name: string;
  readonly size: number;
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>;
  /** What a folder looks like where it cannot be opened. */
  readonly mayBeFolder: boolean;
}

/** A request's body is at most 4 MB; the rest is for JSON's quoting. */
export const submissionBytes = 4 * 1024 * 1024 - 64 * 1024;
/** More belongs into an archive. */
export const mostFiles = 200;

const sniffedBytes = 8_000;
/** Fetched or made by tools, and not what somebody wrote. */
export const dependencies =
  /(^|\/)(node_modules|\.git|\.hg|\.svn|vendor|dist|build|target|\.venv|venv|__pycache__|\.idea|\.gradle)\//;

/**
 * Reads dropped, pasted or chosen files as text, archives opened. What can't be reviewed is named with its reason, not
 * left out silently.
 */
export async function readFiles(chosen: readonly File[]): Promise<ReadFiles> {
  const candidates = (await Promise.all(chosen.map(candidatesOf))).flat();
  const files: DraftFile[] = [];
  const skipped: SkippedFile[] = [];
  let bytes = 0;
  for (const candidate of candidates) {
    const outcome = 'reason' in candidate ? candidate : await read(candidate, files.length, bytes);
    if ('content' in outcome) {
      files.push(outcome);
      bytes += byteLength(outcome.content);
    } else {
      skipped.push(outcome);
    }
  }
  return { files, skipped: foldersOnce(skipped) };
}

/** What tools have fetched, named once for its folder and not file by file. */
export function foldersOnce(skipped: readonly SkippedFile[]): readonly SkippedFile[] {
  const seen = new Set<string>();
  return skipped.flatMap((file) => {
    if (file.reason !== 'dependency') return file;
    const folder = (dependencies.exec(file.name)?.[0] ?? file.name).replace(/^\//, '');
    if (seen.has(folder)) return [];
    seen.add(folder);
    return { name: folder, reason: file.reason };
  });
}

export async function candidatesOf(file: File): Promise<(Candidate | SkippedFile)[]> {
  const name = nameOf(file);
  if (!/\.zip$/i.test(name)) {
    const bytes = async (): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await file.arrayBuffer());
    return [{ name, size: file.size, read: bytes, mayBeFolder: file.type === '' && file.size % 4096 === 0 }];
  }
  try {
    const entries = await unzip(file);
    return entries.map((entry) => ({
      name: entry.path,
      size: entry.size,
      read: entry.read,
      mayBeFolder: false,
    }));
  } catch {
    return [{ name, reason: 'unreadable' }];
  }
}

async function read(
  { name, size, read: bytesOf, mayBeFolder }: Candidate,
  taken: number,
  bytesTaken: number,
): Promise<DraftFile | SkippedFile> {
  if (dependencies.test(name)) return { name, reason: 'dependency' };
  if (taken >= mostFiles) return { name, reason: 'many' };
  if (size > submissionBytes) return { name, reason: 'large' };
  if (bytesTaken + size > submissionBytes) return { name, reason: 'total' };
  try {
    const bytes = await bytesOf();
    if (bytes.length === 0) return { name, reason: 'empty' };
    if (isBinary(bytes)) return { name, reason: 'binary' };
    return { path: name, content: new TextDecoder().decode(bytes), language: null };
  } catch {
    // A folder can be dropped like a file, but it cannot be read like one.
    return { name, reason: mayBeFolder ? 'folder' : 'unreadable' };
  }
}

/** The sign git goes by too: text has no NUL byte. */
export function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, sniffedBytes).includes(0);
}

/** With folders chosen as a whole, the path below the folder; else the name. */
function nameOf(file: File): string {
  return file.webkitRelativePath || file.name;
}

/** The bytes a text takes on the wire, before JSON's quoting. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
