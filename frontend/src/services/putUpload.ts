/** Bytes that are on their way. */
export interface Sent {
  readonly sent: number;
  readonly total: number;
}

/** The store refused the bytes, or could not be reached; its words mean nothing to people. */
export class UploadFailed extends Error {
  /** HTTP; 0 when no answer arrived. */
  readonly status: number;

  constructor(status: number) {
    super(`upload answered ${status}`);
    this.status = status;
  }
}

/** The person stopped it. */
export class UploadCancelled extends Error {}

/** Set by the browser from the content itself; a page may not. */
const ownHeaders = new Set(['content-length', 'host']);

/**
 * PUTs the bytes to a presigned address with exactly the headers that were signed. Axios would add the session's headers,
 * and fetch tells nothing of the progress.
 */
export function putUpload(
  target: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
  content: Blob,
  onProgress: (sent: Sent) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', target.url);
    for (const [name, value] of Object.entries(target.headers)) {
      if (!ownHeaders.has(name.toLowerCase())) request.setRequestHeader(name, value);
    }
    request.upload.onprogress = ({ loaded }) => onProgress({ sent: loaded, total: content.size });
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(new UploadFailed(request.status));
    };
    request.onerror = () => reject(new UploadFailed(0));
    request.onabort = () => reject(new UploadCancelled());
    signal.addEventListener('abort', () => request.abort(), { once: true });
    if (signal.aborted) request.abort();
    else request.send(unlabelled(content));
  });
}

/** A blob with a type would add a content type of its own, which was not signed. */
function unlabelled(content: Blob): Blob {
  return content.slice(0, content.size, '');
}
