import { AxiosError } from 'axios';

/** One rejected field of a request (RFC 9457 extension `errors`). */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** Why a request failed, in the words of the server's problem document, or of the network when it never answered. */
export interface Problem {
  /** HTTP status; 0 when no answer arrived. */
  readonly status: number;
  readonly title: string | null;
  readonly detail: string | null;
  readonly requestId: string | null;
  readonly fields: readonly FieldError[];
  /** Seconds after which another attempt may work, from `Retry-After`. */
  readonly retryAfter: number | null;
}

const nothingKnown: Problem = {
  status: 0,
  title: null,
  detail: null,
  requestId: null,
  fields: [],
  retryAfter: null,
};

/** Reads whatever a query threw. Never throws itself: an unreadable body still gives a status and a request id. */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof AxiosError) || !error.response) return nothingKnown;
  const { status, headers } = error.response;
  const body: unknown = error.response.data;
  const document: Record<string, unknown> = isRecord(body) ? body : {};
  return {
    status,
    title: textOf(document.title),
    detail: textOf(document.detail),
    requestId: textOf(document.request_id) ?? textOf(headers['x-request-id']),
    fields: Array.isArray(document.errors) ? document.errors.filter(isFieldError) : [],
    retryAfter: secondsOf(textOf(headers['retry-after'])),
  };
}

/** Whether the same request may work when simply sent again. */
export function isTransient(problem: Problem): boolean {
  return problem.status === 0 || problem.status === 502 || problem.status === 503 || problem.status === 504;
}

/** The longest wait of the limit on requests, in seconds; other limits ask for hours or days. */
const longestWait = 60;

/** Whether the request only came too soon after many others: sent again after a short wait, it works. */
export function cameTooSoon({ status, retryAfter }: Problem): boolean {
  return status === 429 && retryAfter !== null && retryAfter <= longestWait;
}

/** What still comes too soon after so many waits is given up. */
export const mostTries = 5;

/** Sends a request, and sends it again when it came too soon, as late as the server asks (RFC 9110, `Retry-After`). */
export async function whenAllowed<T>(send: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await send();
    } catch (error) {
      const { status, retryAfter } = problemOf(error);
      if (status !== 429 || retryAfter === null || tries === mostTries) throw error;
      await new Promise((resolve) => setTimeout(resolve, retryAfter * 1000));
    }
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isFieldError(value: unknown): value is FieldError {
  return isRecord(value) && typeof value.field === 'string' && typeof value.message === 'string';
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function secondsOf(header: string | null): number | null {
  const seconds = Number(header);
  return header !== null && Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds) : null;
}
