import { FrameBatch } from '@/utils/frameBatch';
import { cameTooSoon, problemOf } from './problem';
import { isFinal, parseEvent, type NumberedEvent, type ReviewEvent } from './reviewEvents';

export type ConnectionState = 'connecting' | 'live' | 'reconnecting' | 'polling' | 'closed';

/** Where a job is watched and who wants to know. */
export interface Watch {
  /** The job's socket on this origin; the cookie authorises it. */
  readonly path: string;
  /** Asks over HTTP for the events after a number: after each lost connection, and while there is none. */
  fetchAfter(seq: number): Promise<readonly NumberedEvent[]>;
  /** Events in order, none twice, as many as arrived since the last frame was drawn. */
  onEvents(events: readonly NumberedEvent[]): void;
  onState(state: ConnectionState): void;
}

const firstDelayMs = 500;
const longestDelayMs = 15_000;
const failuresUntilPolling = 3;
const pollEveryMs = 2_000;
/** The gateway drops a socket that is idle for 10 minutes. */
const keepAliveEveryMs = 5 * 60_000;

/**
 * Watches one job over a WebSocket. Reconnects with exponential backoff and jitter, at once when the network or the tab
 * comes back, and resumes after the last event seen. Each loss is also answered over HTTP, which brings what was missed
 * and renews an expired session; after three in a row that becomes a poll until the socket is back. Lives outside
 * React: `start` once, `stop` once.
 */
export class JobSocket {
  private readonly watch: Watch;
  private readonly batch: FrameBatch<NumberedEvent>;
  private socket: WebSocket | null = null;
  private lastSeq = 0;
  private failures = 0;
  /** Before this time, in milliseconds, the server wants no question. */
  private askAgainAt = 0;
  private ended = false;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private pollTimer: ReturnType<typeof setInterval> | undefined;
  private keepAliveTimer: ReturnType<typeof setInterval> | undefined;

  constructor(watch: Watch) {
    this.watch = watch;
    this.batch = new FrameBatch((events) => watch.onEvents(events));
  }

  start(): void {
    window.addEventListener('online', this.retryNow);
    document.addEventListener('visibilitychange', this.retryWhenVisible);
    this.watch.onState('connecting');
    this.connect();
  }

  /** Nothing is called back any more, except that the state is `closed`. */
  stop(): void {
    this.batch.clear();
    this.end();
  }

  private connect(): void {
    const url = new URL(this.watch.path, location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    if (this.lastSeq > 0) url.searchParams.set('last_seq', String(this.lastSeq));
    const socket = new WebSocket(url);
    this.socket = socket;
    socket.addEventListener('message', ({ data }) => {
      if (this.socket === socket) this.receive(parseEvent(data));
    });
    socket.addEventListener('close', () => {
      if (this.socket === socket) this.retry();
    });
    this.keepAliveTimer = setInterval(() => {
      if (socket.readyState === WebSocket.OPEN) socket.send('{"type":"ping"}');
    }, keepAliveEveryMs);
  }

  private receive(event: ReviewEvent | null): void {
    if (event?.type === 'connected') {
      this.failures = 0;
      clearInterval(this.pollTimer);
      this.watch.onState('live');
    } else if (event && event.seq > this.lastSeq + 1) {
      this.retry();
    } else if (event) {
      this.accept(event);
    }
  }

  private accept(event: NumberedEvent): void {
    if (this.ended || event.seq <= this.lastSeq) return;
    this.lastSeq = event.seq;
    this.batch.add(event);
    if (isFinal(event)) this.end();
  }

  private retry(): void {
    this.disconnect();
    this.failures += 1;
    const polling = this.failures >= failuresUntilPolling;
    this.watch.onState(polling ? 'polling' : 'reconnecting');
    void this.catchUp();
    clearInterval(this.pollTimer);
    if (polling) this.pollTimer = setInterval(() => void this.catchUp(), pollEveryMs);
    const ceiling = Math.min(longestDelayMs, firstDelayMs * 2 ** (this.failures - 1));
    this.retryTimer = setTimeout(() => this.connect(), ceiling / 2 + (Math.random() * ceiling) / 2);
  }

  private async catchUp(): Promise<void> {
    if (Date.now() < this.askAgainAt) return;
    try {
      for (const event of await this.watch.fetchAfter(this.lastSeq)) this.accept(event);
    } catch (failure) {
      // The job is gone or not ours: trying again cannot help. Anything else may pass.
      const problem = problemOf(failure);
      if ([401, 403, 404].includes(problem.status)) this.end();
      if (cameTooSoon(problem)) this.askAgainAt = Date.now() + 1000 * (problem.retryAfter ?? 0);
    }
  }

  private readonly retryNow = (): void => {
    if (this.ended || this.socket) return;
    clearTimeout(this.retryTimer);
    this.connect();
  };

  private readonly retryWhenVisible = (): void => {
    if (document.visibilityState === 'visible') this.retryNow();
  };

  private disconnect(): void {
    clearTimeout(this.retryTimer);
    clearInterval(this.keepAliveTimer);
    const socket = this.socket;
    this.socket = null;
    socket?.close();
  }

  private end(): void {
    if (this.ended) return;
    this.ended = true;
    this.disconnect();
    clearInterval(this.pollTimer);
    window.removeEventListener('online', this.retryNow);
    document.removeEventListener('visibilitychange', this.retryWhenVisible);
    this.watch.onState('closed');
  }
}
