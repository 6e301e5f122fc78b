import { problemOf } from './problem';

/**
 * Answers kept in this browser for reading without a network: an allow-list of what the caller names, no more than the
 * newest of them. They are forgotten when the session ends.
 */
const store = 'offline-copies';
const most = 80;

const available = 'caches' in globalThis;

/** Asks, and keeps the answer; when no answer comes, gives the one kept before. Refusals stay refusals. */
export async function withCopy<T>(name: string, ask: () => Promise<T>): Promise<T> {
  try {
    const answer = await ask();
    void keep(name, answer);
    return answer;
  } catch (failure) {
    const copy = problemOf(failure).status === 0 ? await copyOf(name) : null;
    if (copy === null) throw failure;
    return copy.value as T;
  }
}

/** Forgets all copies. */
export async function forgetCopies(): Promise<void> {
  if (available) await caches.delete(store);
}

function addressOf(name: string): string {
  return `/offline/${encodeURIComponent(name)}`;
}

async function keep(name: string, value: unknown): Promise<void> {
  if (!available) return;
  try {
    const cache = await caches.open(store);
    await cache.delete(addressOf(name)); // so that it is the newest one afterwards
    await cache.put(addressOf(name), Response.json(value));
    const kept = await cache.keys();
    for (const old of kept.slice(0, Math.max(0, kept.length - most))) await cache.delete(old);
  } catch {
    // No room, or not allowed here: then it cannot be read offline.
  }
}

async function copyOf(name: string): Promise<{ value: unknown } | null> {
  if (!available) return null;
  const kept = await caches.match(addressOf(name), { cacheName: store }).catch(() => undefined);
  return kept ? { value: await kept.json() } : null;
}
