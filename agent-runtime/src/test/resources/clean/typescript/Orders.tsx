import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

interface Order {
  readonly id: string;
  readonly customer: string;
  readonly total: number;
  readonly state: 'open' | 'paid' | 'sent';
  readonly lines: readonly { product: string; quantity: number }[];
}

type Loading = { kind: 'loading' } | { kind: 'failed'; message: string } | { kind: 'ready'; orders: readonly Order[] };

async function loadOrders(query: string, signal: AbortSignal): Promise<readonly Order[]> {
  const answer = await fetch(`/api/orders?${new URLSearchParams({ q: query }).toString()}`, {
    signal,
    credentials: 'same-origin',
  });
  if (!answer.ok) {
    throw new Error(`The server answered ${answer.status}.`);
  }
  return (await answer.json()) as readonly Order[];
}

function useOrders(query: string): Loading {
  const [state, setState] = useState<Loading>({ kind: 'loading' });
  useEffect(() => {
    const controller = new AbortController();
    setState({ kind: 'loading' });
    loadOrders(query, controller.signal)
      .then((orders) => setState({ kind: 'ready', orders }))
      .catch((error: unknown) => {
        if (!controller.signal.aborted) {
          setState({ kind: 'failed', message: error instanceof Error ? error.message : 'Unknown error' });
        }
      });
    return () => controller.abort();
  }, [query]);
  return state;
}

function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

function useEscape(action: () => void): void {
  const latest = useRef(action);
  latest.current = action;
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') latest.current();
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

const money = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' });

export function Orders({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState('');
  const orders = useOrders(query);
  const now = useNow(60_000);
  useEscape(onClose);

  const total = useMemo(
    () => (orders.kind === 'ready' ? orders.orders.reduce((sum, order) => sum + order.total, 0) : 0),
    [orders],
  );
  const clear = useCallback(() => setQuery(''), []);

  if (orders.kind === 'loading') return <p role="status">Loading…</p>;
  if (orders.kind === 'failed') return <p role="alert">{orders.message}</p>;
  return (
    <section aria-label="Orders">
      <label>
        Search
        <input value={query} onChange={(event) => setQuery(event.target.value)} />
      </label>
      <button type="button" onClick={clear}>
        Clear
      </button>
      <ul>
        {orders.orders.map((order) => (
          <li key={order.id}>
            {order.customer}: {money.format(order.total)} ({order.state})
          </li>
        ))}
      </ul>
      <p>
        {money.format(total)} at {new Date(now).toLocaleTimeString()}
      </p>
    </section>
  );
}

export function grouped(orders: readonly Order[]): ReadonlyMap<string, readonly Order[]> {
  const groups = new Map<string, Order[]>();
  for (const order of orders) {
    const group = groups.get(order.state);
    if (group === undefined) {
      groups.set(order.state, [order]);
    } else {
      group.push(order);
    }
  }
  return groups;
}
