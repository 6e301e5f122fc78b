import { InlineError } from '@/components/common/ErrorState';
import { Button } from '@/components/ui/button';
import { useProviders, useStartSignIn } from '@/hooks/useProviders';
import { m } from '@/i18n/messages';
import { providerLabels, type ProviderName } from '@/services/providerSignIn';
import { ProviderIcon } from '@/components/common/ProviderIcon';

/** A button for each provider there is, below the form, so that nothing moves under the hand when they arrive. */
export function ProviderButtons({ target }: { target: string }) {
  const providers = useProviders();
  const start = useStartSignIn();
  const p = m.auth.providers;
  if (providers.isError) {
    return (
      <p className="mt-5 text-sm text-muted-foreground">
        {p.notLoaded}{' '}
        <button type="button" className="link" onClick={() => void providers.refetch()}>
          {p.retry}
        </button>
      </p>
    );
  }
  const names = providers.data ?? [];
  if (names.length === 0) return null;
  const leavingFor = start.isPending || start.isSuccess ? start.variables.name : undefined;
  return (
    <section aria-label={p.label} className="mt-5 grid gap-2">
      <div className="mb-2 flex items-center gap-3 text-xs text-muted-foreground">
        <span aria-hidden className="h-px flex-1 bg-border" />
        {p.or}
        <span aria-hidden className="h-px flex-1 bg-border" />
      </div>
      {names.map((name) => (
        <ProviderButton
          key={name}
          name={name}
          leaving={leavingFor === name}
          disabled={leavingFor !== undefined}
          onClick={() => start.mutate({ name, target })}
        />
      ))}
      {start.isError && (
        <InlineError error={start.error} lead={p.startFailed(providerLabels[start.variables.name])} />
      )}
    </section>
  );
}

interface ProviderButtonProps {
  name: ProviderName;
  leaving: boolean;
  disabled: boolean;
  onClick: () => void;
}

function ProviderButton({ name, leaving, disabled, onClick }: ProviderButtonProps) {
  const p = m.auth.providers;
  const label = providerLabels[name];
  return (
    <Button variant="outline" size="lg" disabled={disabled} onClick={onClick}>
      <ProviderIcon name={name} />
      {leaving ? p.leaving(label) : p.continueWith(label)}
    </Button>
  );
}
