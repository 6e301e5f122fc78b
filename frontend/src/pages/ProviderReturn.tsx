import { useCallback, useEffect, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { AuthCard } from '@/features/auth/AuthCard';
import { LinkOutcome, ProviderOutcome, waysPath } from '@/features/auth/ProviderOutcome';
import { useCompletedLink, useCompletedSignIn, type Visit } from '@/hooks/useProviders';
import { usePageTitle } from '@/hooks/usePageTitle';
import { m } from '@/i18n/messages';
import {
  isLinking,
  isProviderName,
  providerLabels,
  signInTarget,
  type ProviderName,
} from '@/services/providerSignIn';
import { safeReturnTo } from '@/services/session';
import { toast } from '@/store/toastStore';
import NotFound from './NotFound';

/** Where a provider sends people back to. */
export default function ProviderReturn() {
  const { provider } = useParams();
  const [linking] = useState(isLinking);
  if (!isProviderName(provider)) return <NotFound />;
  return linking ? <LinkReturn name={provider} /> : <Return name={provider} />;
}

function LinkReturn({ name }: { name: ProviderName }) {
  const label = providerLabels[name];
  const title = m.auth.providers.linkTitle(label);
  usePageTitle(title);
  const navigate = useNavigate();
  const { visit, denied } = useArrival(name);
  const goBack = () => {
    toast({ kind: 'done', text: m.settings.ways.linked(label) });
    void navigate(waysPath, { replace: true });
  };
  const outcome = useCompletedLink(visit, goBack);
  return (
    <AuthCard title={title}>
      {visit && !outcome ? (
        <p role="status" className="text-sm text-muted-foreground">
          {m.auth.providers.completing(label)}
        </p>
      ) : (
        <LinkOutcome name={name} error={outcome?.error} denied={denied} />
      )}
    </AuthCard>
  );
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
