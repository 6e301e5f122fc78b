import {
  candidatesOf,
  dependencies,
  foldersOnce,
  isBinary,
  mostFiles,
  submissionBytes,
  type Candidate,
  type SkippedFile,
} from './readFiles';
import { findSecrets } from './secrets';
import { zip, type Packed } from './zip';

/** Limits of the API: an archive, a file in it, and how many of them. */
export const archiveBytes = 100 * 1024 * 1024;
export const fileBytes = 10 * 1024 * 1024;
export const archiveFiles = 5_000;
/** Unpacking more than this only to look for secrets would keep the page busy. */
const searchedBytes = 32 * 1024 * 1024;

/** More than a request holds, ready to be sent as one file. */
export interface PreparedUpload {
  readonly name: string;
  readonly content: Blob;
  /** The files in it that will be reviewed, as far as it shows from outside; null for an archive that cannot be opened here. */
  readonly included: readonly { readonly path: string; readonly bytes: number }[] | null;
  readonly skipped: readonly SkippedFile[];
  /** Places that look like credentials. */
  readonly secrets: readonly { readonly path: string; readonly line: number }[];
  /** How many files were searched for them. */
  readonly searched: number;
}

const tarball = /\.(tar\.gz|tgz)$/i;
const nestedArchive = /\.(zip|jar|war|tar|gz|tgz|bz2|xz|7z|rar)$/i;

/**
 * Whether the chosen files are more than a request holds, and what to upload instead: an archive as it is, anything else
 * packed here. Null when they fit into a request.
 */
export async function prepareUpload(chosen: readonly File[]): Promise<PreparedUpload | null> {
  const [only] = chosen;
  if (!only) return null;
  if (chosen.length === 1 && tarball.test(only.name)) return untold(only);
  const candidates = (await Promise.all(chosen.map(candidatesOf))).flat();
  const { included, skipped } = sorted(candidates);
  const bytes = included.reduce((sum, { size }) => sum + size, 0);
  if (bytes <= submissionBytes && included.length <= mostFiles) return null;

  const isArchive = chosen.length === 1 && /\.zip$/i.test(only.name);
  const isFile = chosen.length === 1 && !isArchive;
  const looked = isArchive || isFile ? await searched(included) : null;
  if (looked) {
    const { binary, secrets, searched: count } = looked;
    return {
      name: only.webkitRelativePath || only.name,
      content: only,
      included: included
        .filter(({ name }) => !binary.has(name))
        .map(({ name, size }) => ({ path: name, bytes: size })),
      skipped: foldersOnce([...skipped, ...[...binary].map((name) => ({ name, reason: 'binary' }) as const)]),
      secrets,
      searched: count,
    };
  }
  return packed(included, skipped);
}

/** An archive that only the server opens. */
function untold(archive: File): PreparedUpload {
  return { name: archive.name, content: archive, included: null, skipped: [], secrets: [], searched: 0 };
}

/** What will be reviewed, and what will not, as far as names and sizes tell. The server decides, by the same rules. */
function sorted(candidates: readonly (Candidate | SkippedFile)[]) {
  const included: Candidate[] = [];
  const skipped: SkippedFile[] = [];
  for (const candidate of candidates) {
    if ('reason' in candidate) skipped.push(candidate);
    else if (dependencies.test(candidate.name)) skipped.push({ name: candidate.name, reason: 'dependency' });
    else if (nestedArchive.test(candidate.name)) skipped.push({ name: candidate.name, reason: 'archive' });
    else if (candidate.size > fileBytes) skipped.push({ name: candidate.name, reason: 'large' });
    else if (candidate.size === 0) skipped.push({ name: candidate.name, reason: 'empty' });
    else if (included.length >= archiveFiles) skipped.push({ name: candidate.name, reason: 'many' });
    else included.push(candidate);
  }
  return { included, skipped };
}

/** What an archive or a file holds that is sent as it is, as far as the browser reads it: places of secrets, and what is no text. */
async function searched(included: readonly Candidate[]) {
  const search = new SecretSearch();
  const binary = new Set<string>();
  for (const { name, size, read } of included) {
    if (!search.hasRoom(size)) continue;
    const bytes = await read().catch(() => null); // damaged: the server will say so
    if (bytes && isBinary(bytes)) binary.add(name);
    else if (bytes) search.take(name, bytes);
  }
  return { binary, secrets: search.secrets, searched: search.searched };
}

async function packed(
  included: readonly Candidate[],
  skipped: readonly SkippedFile[],
): Promise<PreparedUpload> {
  const search = new SecretSearch();
  const inside: { path: string; bytes: number }[] = [];
  const left: SkippedFile[] = [...skipped];
  async function* texts(): AsyncGenerator<Packed> {
    for (const { name, size, read, mayBeFolder } of included) {
      const bytes = await read().catch(() => null);
      if (!bytes) left.push({ name, reason: mayBeFolder ? 'folder' : 'unreadable' });
      else if (isBinary(bytes)) left.push({ name, reason: 'binary' });
      else {
        if (search.hasRoom(size)) search.take(name, bytes);
        inside.push({ path: name, bytes: size });
        yield { path: name, bytes };
      }
    }
  }
  const content = await zip(texts());
  const { secrets, searched: count } = search;
  return {
    name: 'files.zip',
    content,
    included: inside,
    skipped: foldersOnce(left),
    secrets,
    searched: count,
  };
}

class SecretSearch {
  readonly secrets: { path: string; line: number }[] = [];
  searched = 0;
  private bytes = 0;

  hasRoom(size: number): boolean {
    return this.bytes + size <= searchedBytes;
  }

  take(path: string, bytes: Uint8Array): void {
    this.bytes += bytes.length;
    this.searched += 1;
    this.secrets.push(...findSecrets(new TextDecoder().decode(bytes)).map(({ line }) => ({ path, line })));
  }
}
