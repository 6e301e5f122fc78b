import { useQueryClient } from '@tanstack/react-query';
import { Hourglass } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useNow } from '@/hooks/useNow';
import { m } from '@/i18n/messages';
import { cameTooSoon, problemOf } from '@/services/problem';

/** Says once, for all questions that came too soon, when they are asked again. */
export function LimitBanner() {
  const until = useGoingOn();
  return (
    <div role="status" className="print:hidden">
      {until !== null && <Countdown key={until} until={until} />}
    </div>
  );
}

function Countdown({ until }: { until: number }) {
  const left = Math.ceil((until - useNow(1000)) / 1000);
  if (left <= 0) return null;
  return (
    <p className="flex items-center justify-center gap-2 border-b bg-muted px-4 py-1.5 text-sm">
      <Hourglass aria-hidden className="size-4 shrink-0 text-warning" />
      {/* Read out once, and not with every second. */}
      <span className="sr-only">{m.errors.goesOn}</span>
      <span aria-hidden className="tabular">
        {m.errors.goesOnIn(left)}
      </span>
    </p>
  );
}

/** When the questions that came too soon are asked again, in milliseconds; null while none has. */
function useGoingOn(): number | null {
  const queries = useQueryClient();
  const [until, setUntil] = useState<number | null>(null);
  useEffect(
    () =>
      queries.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'failed') return;
        const problem = problemOf(event.action.error);
        if (cameTooSoon(problem)) setUntil(Date.now() + 1000 * (problem.retryAfter ?? 0));
      }),
    [queries],
  );
  return until;
}
