import { archiveBytes, type PreparedUpload } from './prepareUpload';

/**
 * The upload that is being prepared, kept in this browser with its bytes: it survives reloads and expired sessions, as drafts do. One
 * is kept, the newest. Where the browser cannot or will not keep it, nothing else changes.
 */
const database = 'uploads';
const store = 'prepared';

/** False when the browser has no room for it, or when it is more than can be uploaded. */
export async function keepUpload(id: string, upload: PreparedUpload): Promise<boolean> {
  if (upload.content.size > archiveBytes) return false;
  try {
    await inStore('readwrite', (uploads) => {
      uploads.clear();
      return uploads.put(upload, id);
    });
    return true;
  } catch {
    return false;
  }
}

/** The upload that was kept under the id; null when it is gone. */
export async function keptUpload(id: string): Promise<PreparedUpload | null> {
  try {
    const kept: unknown = await inStore('readonly', (uploads) => uploads.get(id));
    return isPrepared(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Forgets the upload of the id. */
export async function forgetUpload(id: string): Promise<void> {
  await inStore('readwrite', (uploads) => uploads.delete(id)).catch(() => undefined);
}

/** Forgets whatever was kept. */
export async function forgetUploads(): Promise<void> {
  await inStore('readwrite', (uploads) => uploads.clear()).catch(() => undefined);
}

/** Resolves when the transaction is done: only then are the bytes on disk, or known not to fit. */
async function inStore<T>(
  mode: IDBTransactionMode,
  work: (uploads: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opened = await open();
  try {
    const transaction = opened.transaction(store, mode);
    const request = work(transaction.objectStore(store));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    });
    return request.result;
  } finally {
    opened.close();
  }
}

/** Rejects where there is no such store, as in some private windows. */
function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not opened'));
  });
}

/** The store is written by older versions of this page too. */
function isPrepared(value: unknown): value is PreparedUpload {
  const { name, content, included, skipped, secrets, searched } = (value ?? {}) as Partial<
    Record<keyof PreparedUpload, unknown>
  >;
  return (
    typeof name === 'string' &&
    content instanceof Blob &&
    (included === null || Array.isArray(included)) &&
    Array.isArray(skipped) &&
    Array.isArray(secrets) &&
    typeof searched === 'number'
  );
}
