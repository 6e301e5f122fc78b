import { AxiosError, AxiosHeaders } from 'axios';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { JobSocket, type ConnectionState } from './jobSocket';
import type { NumberedEvent } from './reviewEvents';

/** A socket whose other end is the test. */
class FakeSocket extends EventTarget {
  static readonly OPEN = 1;
  static opened: FakeSocket[] = [];
  readonly url: URL;
  readonly sent: string[] = [];
  readyState = FakeSocket.OPEN;

  constructor(url: URL) {
    super();
    this.url = url;
    FakeSocket.opened.push(this);
  }

  static get last(): FakeSocket {
    const socket = FakeSocket.opened.at(-1);
    if (!socket) throw new Error('no socket was opened');
    return socket;
  }

  send(frame: string): void {
    this.sent.push(frame);
  }

  close(): void {
    this.readyState = 3;
  }

  tell(...frames: object[]): void {
    for (const frame of frames)
      this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(frame) }));
  }

  drop(): void {
    this.dispatchEvent(new Event('close'));
  }
}

const connected = { type: 'connected', job_id: 'job' };
const message = (seq: number) => ({ type: 'agent_message' as const, agent: 'a', message: `m${seq}`, seq });
const completed = (seq: number) => ({
  type: 'completed' as const,
  status: 'success' as const,
  message: 'Done',
  seq,
});

let seen: NumberedEvent[];
let states: ConnectionState[];
let overHttp: (seq: number) => Promise<readonly NumberedEvent[]>;
let socket: JobSocket;

function start(): void {
  socket = new JobSocket({
    path: '/api/v1/ws/job',
    fetchAfter: (seq) => overHttp(seq),
    onEvents: (events) => seen.push(...events),
    onState: (state) => states.push(state),
  });
  socket.start();
}

const numbers = () => seen.map(({ seq }) => seq);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeSocket);
  FakeSocket.opened = [];
  seen = [];
  states = [];
  overHttp = () => Promise.resolve([]);
});

afterEach(() => {
  socket.stop();
  vi.useRealTimers();
});

describe('a job that is watched', () => {
  it('is reached on the page’s own origin without a token', () => {
    start();
    expect(FakeSocket.last.url.href).toBe('wss://app.test/api/v1/ws/job');
  });

  it('hands over a burst once a frame, in order', async () => {
    const batches: number[] = [];
    socket = new JobSocket({
      path: '/ws',
      fetchAfter: overHttp,
      onEvents: (events) => batches.push(events.length),
      onState: () => undefined,
    });
    socket.start();
    FakeSocket.last.tell(connected, ...Array.from({ length: 1000 }, (_, index) => message(index + 1)));
    await vi.advanceTimersByTimeAsync(300);
    expect(batches).toEqual([1000]);
  });

  it('resumes after the last event it has', async () => {
    start();
    FakeSocket.last.tell(connected, message(1), message(2));
    FakeSocket.last.drop();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(FakeSocket.last.url.searchParams.get('last_seq')).toBe('2');
    FakeSocket.last.tell(connected, message(2), message(3));
    await vi.advanceTimersByTimeAsync(300);
    expect(numbers()).toEqual([1, 2, 3]);
  });

  it('asks for what is missing when a number was skipped', async () => {
    start();
    FakeSocket.last.tell(connected, message(1), message(3));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(FakeSocket.opened).toHaveLength(2);
    FakeSocket.last.tell(connected, message(2), message(3));
    await vi.advanceTimersByTimeAsync(300);
    expect(numbers()).toEqual([1, 2, 3]);
  });

  it('waits longer after each failure, and never in step with others', async () => {
    start();
    const waits: number[] = [];
    for (let failure = 0; failure < 4; failure++) {
      const before = FakeSocket.opened.length;
      FakeSocket.last.drop();
      let waited = 0;
      while (FakeSocket.opened.length === before) {
        await vi.advanceTimersByTimeAsync(50);
        waited += 50;
      }
      waits.push(waited);
    }
    const bounds = [500, 1_000, 2_000, 4_000];
    waits.forEach((waited, index) => {
      expect(waited).toBeGreaterThanOrEqual((bounds[index] ?? 0) / 2);
      expect(waited).toBeLessThanOrEqual((bounds[index] ?? 0) + 50);
    });
  });

  it('connects at once when the network is back', () => {
    start();
    FakeSocket.last.drop();
    window.dispatchEvent(new Event('online'));
    expect(FakeSocket.opened).toHaveLength(2);
  });

  it('falls back to polling, and tells no event twice when the socket returns', async () => {
    const stored = [message(1), message(2)];
    overHttp = (seq) => Promise.resolve(stored.filter((event) => event.seq > seq));
    start();
    for (let failure = 0; failure < 3; failure++) {
      FakeSocket.last.drop();
      window.dispatchEvent(new Event('online'));
    }
    expect(states.at(-1)).toBe('polling');
    stored.push(message(3));
    await vi.advanceTimersByTimeAsync(2_500);
    expect(numbers()).toEqual([1, 2, 3]);
    FakeSocket.last.tell(connected, message(3), message(4));
    await vi.advanceTimersByTimeAsync(300);
    expect(states.at(-1)).toBe('live');
    expect(numbers()).toEqual([1, 2, 3, 4]);
  });

  it('stops when the job has ended', async () => {
    start();
    FakeSocket.last.tell(connected, completed(1));
    FakeSocket.last.drop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(states.at(-1)).toBe('closed');
    expect(FakeSocket.opened).toHaveLength(1);
    expect(numbers()).toEqual([1]);
  });

  it('stops when the job is gone', async () => {
    const response = {
      status: 404,
      data: {},
      statusText: '',
      headers: {},
      config: { headers: new AxiosHeaders() },
    };
    overHttp = () => Promise.reject(new AxiosError('gone', undefined, undefined, undefined, response));
    start();
    FakeSocket.last.drop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(states.at(-1)).toBe('closed');
    expect(FakeSocket.opened).toHaveLength(1);
  });

  it('counts unknown kinds, so that they look like no gap', async () => {
    start();
    FakeSocket.last.tell(connected, { type: 'novelty', seq: 1 }, message(2));
    await vi.advanceTimersByTimeAsync(300);
    expect(FakeSocket.opened).toHaveLength(1);
    expect(numbers()).toEqual([1, 2]);
  });

  it('keeps an idle connection open', async () => {
    start();
    FakeSocket.last.tell(connected);
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(FakeSocket.last.sent).toEqual(['{"type":"ping"}']);
  });

  it('tells nothing after it was stopped', async () => {
    start();
    FakeSocket.last.tell(connected, message(1));
    socket.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen).toEqual([]);
    expect(FakeSocket.opened).toHaveLength(1);
  });
});
