const shown = 12;

/** The month of UTC that a moment belongs to, such as 2026-01, or one before it. */
export function monthOf(now: number, before = 0): string {
  const day = new Date(now);
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - before)).toISOString().slice(0, 7);
}

/** That month and the eleven before it; the latest first. */
export function lastMonths(now: number): string[] {
  return Array.from({ length: shown }, (_, before) => monthOf(now, before));
}
