import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { InlineError } from '@/components/common/ErrorState';
import { Button, buttonVariants } from '@/components/ui/button';
import { useStartSignIn } from '@/hooks/useProviders';
import { m } from '@/i18n/messages';
import { isTransient, problemOf } from '@/services/problem';
import { providerLabels, type ProviderName } from '@/services/providerSignIn';

interface ProviderOutcomeProps {
  name: ProviderName;
  /** Where the person wanted to go. */
  target: string;
  /** What the server answered; absent when the provider itself sent nobody. */
  error?: unknown;
  /** Whether the person, or the provider, said no. */
  denied?: boolean;
}

/** Why nobody was signed in, and the ways on. */
export function ProviderOutcome({ name, target, error, denied = false }: ProviderOutcomeProps) {
  const p = m.auth.providers;
  const start = useStartSignIn();
  const words = outcome(providerLabels[name], error, denied);
  return (
    <Told words={words}>
      <div className="flex flex-wrap gap-2">
        {words.needsPassword ? (
          <Link to="/forgot-password" className={buttonVariants()}>
            {p.conflict.choosePassword}
          </Link>
        ) : (
          <Button
            disabled={start.isPending || start.isSuccess}
            onClick={() => start.mutate({ name, target })}
          >
            {p.again}
          </Button>
        )}
        <Link
          to={`/login?return_to=${encodeURIComponent(target)}`}
          className={buttonVariants({ variant: 'outline' })}
        >
          {p.toSignIn}
        </Link>
      </div>
      {start.isError && <InlineError error={start.error} lead={p.startFailed(providerLabels[name])} />}
    </Told>
  );
}

/** Where the settings have the ways to sign in. */
export const waysPath = '/settings/security';

/** Why nothing was linked, and the way back. */
export function LinkOutcome({ name, error, denied = false }: Omit<ProviderOutcomeProps, 'target'>) {
  const p = m.auth.providers;
  const { text, requestId } = outcome(providerLabels[name], error, denied);
  return (
    <Told words={{ title: p.notLinked, text, requestId }}>
      <Link to={waysPath} className={buttonVariants({ className: 'justify-self-start' })}>
        {p.toSettings}
      </Link>
    </Told>
  );
}

function Told({ words: { title, text, requestId }, children }: { words: Words; children: ReactNode }) {
  return (
    <div role="alert" className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="font-semibold">{title}</h2>
        <p className="text-sm text-muted-foreground">{text}</p>
        {requestId && (
          <p className="text-xs text-muted-foreground">
            {m.errors.requestId} <code className="break-all">{requestId}</code>
          </p>
        )}
      </div>
      {children}
    </div>
  );
}

interface Words {
  readonly title: string;
  readonly text: string;
  readonly requestId: string | null;
  readonly needsPassword?: boolean;
}

function outcome(provider: string, error: unknown, denied: boolean): Words {
  const p = m.auth.providers;
  if (error === undefined) {
    const words = denied ? p.denied : p.incomplete;
    return { title: words.title, text: words.text(provider), requestId: null };
  }
  const problem = problemOf(error);
  const { status, detail, requestId } = problem;
  if (status === 422) return { ...p.stale, requestId };
  if (status === 409 && detail)
    return { title: p.conflict.title, text: detail, requestId, needsPassword: true };
  if (status === 403 && detail) return { title: p.unverified.title, text: detail, requestId };
  const text = detail && !isTransient(problem) ? detail : p.failed.text(provider);
  return { title: p.failed.title, text, requestId };
}
