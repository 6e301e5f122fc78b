import { useEffect, useState } from 'react';

/** The time in milliseconds, renewed as often as asked; it stands still when not wanted. */
export function useNow(everyMs: number, wanted = true): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!wanted) return;
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, wanted]);
  return now;
}
