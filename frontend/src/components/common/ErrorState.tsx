import {
  Ban,
  CircleAlert,
  FileQuestion,
  Hourglass,
  ServerCrash,
  WifiOff,
  type LucideIcon,
} from 'lucide-react';
import { createElement, useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import { cameTooSoon, problemOf, type Problem } from '@/services/problem';
import { CopyButton } from './CopyButton';

interface ErrorStateProps {
  /** Whatever the query threw. */
  error: unknown;
  onRetry?: () => void;
  /** Further ways on. */
  children?: ReactNode;
}

/** What happened, what to do, and the request id to name when asking for help. */
export function ErrorState({ error, onRetry, children }: ErrorStateProps) {
  const problem = problemOf(error);
  const { title, text } = wordsFor(problem);
  const canRetry = onRetry && problem.status !== 404 && problem.status !== 403;
  useRetryWhenOnline(problem.status === 0 ? onRetry : undefined);
  return (
    <section role="alert" className="mx-auto grid max-w-lg justify-items-center gap-2 px-4 py-16 text-center">
      {createElement(iconFor(problem.status), {
        'aria-hidden': true,
        className: 'mb-1 size-6 text-muted-foreground',
      })}
      <h2 className="text-lg font-semibold">{title}</h2>
      <p className="text-muted-foreground">{text}</p>
      <p className="tabular flex flex-wrap items-center justify-center gap-x-3 text-xs text-muted-foreground">
        {problem.status > 0 && <span>{m.errors.status(problem.status)}</span>}
        {problem.requestId && <RequestId id={problem.requestId} />}
      </p>
      <div className="mt-3 flex flex-wrap justify-center gap-2">
        {canRetry && <RetryButton key={String(error)} after={problem.retryAfter} onRetry={onRetry} />}
        {children}
      </div>
    </section>
  );
}

/** Waits as long as the server asked for, and counts down. */
function RetryButton({ after, onRetry }: { after: number | null; onRetry: () => void }) {
  const [left, setLeft] = useState(after ?? 0);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return (
    <Button variant="outline" className="tabular" disabled={left > 0} onClick={onRetry}>
      {left > 0 ? m.errors.waiting(left) : m.errors.retry}
    </Button>
  );
}

/** A page that failed for want of a network loads by itself when the network is back. */
function useRetryWhenOnline(onRetry: (() => void) | undefined): void {
  const retry = useEffectEvent(() => onRetry?.());
  useEffect(() => {
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, []);
}

/** The same on one line, for a failed action beside its button. */
export function InlineError({
  error,
  lead,
  className,
}: {
  error: unknown;
  lead: string;
  className?: string;
}) {
  const problem = problemOf(error);
  const { text } = wordsFor(problem);
  return (
    <div
      role="alert"
      className={cn('flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-destructive', className)}
    >
      <span className="inline-flex items-start gap-2">
        <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span>
          {lead}: {text}
          {problem.fields.map(({ field, message }) => ` ${field}: ${message}`)}
        </span>
      </span>
      {problem.requestId && <RequestId id={problem.requestId} />}
    </div>
  );
}

function RequestId({ id }: { id: string }) {
  return (
    <span className="inline-flex flex-wrap items-center justify-center gap-1 text-xs text-muted-foreground">
      {m.errors.requestId} <code className="break-all">{id}</code>
      <CopyButton text={() => id} label={m.errors.copy} doneLabel={m.errors.copied} />
    </span>
  );
}

function iconFor(status: number): LucideIcon {
  if (status === 0) return WifiOff;
  if (status === 401 || status === 403) return Ban;
  if (status === 404) return FileQuestion;
  if (status === 429) return Hourglass;
  return status >= 500 ? ServerCrash : CircleAlert;
}

function wordsFor(problem: Problem): { title: string; text: string } {
  const { status, title, detail, retryAfter } = problem;
  const e = m.errors;
  switch (status) {
    case 0:
      return { title: e.offline, text: e.offlineText };
    case 401:
      return { title: e.signedOut, text: e.signedOutText };
    case 403:
      return { title: e.forbidden, text: detail ?? e.forbiddenText };
    case 404:
      return { title: e.notFound, text: e.notFoundText };
    case 413:
      return { title: e.tooLarge, text: detail ?? e.unexpectedText };
    case 429:
      if (!cameTooSoon(problem)) return { title: title ?? e.tooMany, text: detail ?? e.tooManyText };
      return { title: e.tooMany, text: retryAfter ? e.tooManyFor(retryAfter) : e.tooManyText };
    case 502:
    case 503:
    case 504:
      return { title: e.unavailable, text: e.unavailableText };
    default:
      return { title: title ?? e.unexpected, text: detail ?? e.unexpectedText };
  }
}
