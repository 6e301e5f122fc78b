import { useCallback, useEffect, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { AuthCard } from '@/features/auth/AuthCard';
import { ProviderOutcome } from '@/features/auth/ProviderOutcome';
import { useCompletedSignIn, type Visit } from '@/hooks/useProviders';
import { usePageTitle } from '@/hooks/usePageTitle';
import { m } from '@/i18n/messages';
import { isProviderName, providerLabels, signInTarget, type ProviderName } from '@/services/providerSignIn';
import { safeReturnTo } from '@/services/session';
import NotFound from './NotFound';

/** Where a provider sends people back to. */
export default function ProviderReturn() {
  const { provider } = useParams();
  return isProviderName(provider) ? <Return name={provider} /> : <NotFound />;
}

function Return({ name }: { name: ProviderName }) {
  const p = m.auth.providers;
  const title = p.title(providerLabels[name]);
  usePageTitle(title);
  const navigate = useNavigate();
  const { visit, denied } = useArrival(name);
  const target = safeReturnTo(signInTarget());
  const goOn = useCallback(() => void navigate(target, { replace: true }), [navigate, target]);
  const outcome = useCompletedSignIn(visit, goOn);
  return (
    <AuthCard title={title}>
      {visit && !outcome ? (
        <p role="status" className="text-sm text-muted-foreground">
          {p.completing(providerLabels[name])}
        </p>
      ) : (
        <ProviderOutcome name={name} target={target} error={outcome?.error} denied={denied} />
      )}
    </AuthCard>
  );
}

interface Arrival {
  readonly visit: Visit | null;
  readonly denied: boolean;
}

/** What the provider put into the address, which is taken out at once: a code belongs into no history. */
function useArrival(name: ProviderName): Arrival {
  const [search, setSearch] = useSearchParams();
  const [arrival] = useState((): Arrival => {
    const code = search.get('code');
    const state = search.get('state');
    return { visit: code && state ? { name, code, state } : null, denied: search.has('error') };
  });
  useEffect(() => {
    if (search.size > 0) setSearch({}, { replace: true });
  }, [search, setSearch]);
  return arrival;
}
