import { KeyRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { InlineError } from '@/components/common/ErrorState';
import { ProviderIcon } from '@/components/common/ProviderIcon';
import { QueryView } from '@/components/common/QueryView';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { useForgotPassword } from '@/hooks/useMailed';
import { useIdentities, useProviders, useStartLink, useUnlink } from '@/hooks/useProviders';
import { useProfile } from '@/hooks/useSession';
import { formatDateTime } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { isProviderName, providerLabels, type ProviderName } from '@/services/providerSignIn';
import { toast } from '@/store/toastStore';
import type { Identities } from '@/types/review';

const s = m.settings.ways;

/** The ways into the account: password and providers, to add and to remove. */
export function SignInSettings() {
  const ways = useIdentities();
  return (
    <Card>
      <CardHeader title={s.title} description={s.text} />
      <QueryView query={ways} loading={<Skeleton className="mx-4 mb-4 h-36" />}>
        {(known) => (
          <ul className="divide-y border-t">
            <PasswordWay isSet={known.has_password} />
            <ProviderWays linked={known.items} />
          </ul>
        )}
      </QueryView>
    </Card>
  );
}

interface WayProps {
  icon: ReactNode;
  name: string;
  state: ReactNode;
  /** What can be done about it. */
  action?: ReactNode;
  /** What came of it. */
  children?: ReactNode;
}

function Way({ icon, name, state, action, children }: WayProps) {
  return (
    <li className="grid gap-2 px-4 py-3">
      <div className="flex items-center gap-3">
        {icon}
        <div className="min-w-0 flex-1">
          <p className="font-medium">{name}</p>
          <p className="text-sm text-muted-foreground">{state}</p>
        </div>
        {action}
      </div>
      {children}
    </li>
  );
}

function PasswordWay({ isSet }: { isSet: boolean }) {
  const profile = useProfile();
  const forgot = useForgotPassword();
  const email = profile.data?.email;
  return (
    <Way
      icon={<KeyRound aria-hidden className="size-4" />}
      name={s.password}
      state={isSet ? s.isSet : s.notSet}
      action={
        !isSet &&
        email && (
          <Button
            variant="outline"
            size="sm"
            disabled={forgot.isPending || forgot.isSuccess}
            onClick={() => forgot.mutate(email)}
          >
            {s.setPassword}
          </Button>
        )
      }
    >
      {forgot.isSuccess && (
        <p role="status" className="text-sm">
          {s.mailed(forgot.variables)}
        </p>
      )}
      {forgot.isError && <InlineError error={forgot.error} lead={s.mailFailed} />}
    </Way>
  );
}

/** Those that can be linked, and those that are, should this installation no longer offer them. */
function ProviderWays({ linked }: { linked: Identities['items'] }) {
  const providers = useProviders();
  const offered = providers.data ?? [];
  const names = [...new Set([...offered, ...linked.map(({ provider }) => provider)])].filter(isProviderName);
  return (
    <>
      {names.map((name) => {
        const since = linked.find(({ provider }) => provider === name)?.linked_at;
        return since ? (
          <LinkedProvider key={name} name={name} since={since} />
        ) : (
          <OfferedProvider key={name} name={name} />
        );
      })}
      {providers.isError && (
        <li className="px-4 py-3 text-sm text-muted-foreground">
          {m.auth.providers.notLoaded}{' '}
          <button type="button" className="link" onClick={() => void providers.refetch()}>
            {m.auth.providers.retry}
          </button>
        </li>
      )}
    </>
  );
}

function OfferedProvider({ name }: { name: ProviderName }) {
  const start = useStartLink();
  const label = providerLabels[name];
  const leaving = start.isPending || start.isSuccess;
  return (
    <Way
      icon={<ProviderIcon name={name} />}
      name={label}
      state={leaving ? m.auth.providers.leaving(label) : s.notLinked}
      action={
        <Button
          variant="outline"
          size="sm"
          aria-label={s.linkOf(label)}
          disabled={leaving}
          onClick={() => start.mutate(name)}
        >
          {s.link}
        </Button>
      }
    >
      {start.isError && <InlineError error={start.error} lead={s.linkFailed(label)} />}
    </Way>
  );
}

function LinkedProvider({ name, since }: { name: ProviderName; since: string }) {
  const unlink = useUnlink();
  const label = providerLabels[name];
  const remove = () =>
    unlink.mutate(name, { onSuccess: () => toast({ kind: 'done', text: s.removed(label) }) });
  return (
    <Way
      icon={<ProviderIcon name={name} />}
      name={label}
      state={<time dateTime={since}>{s.since(formatDateTime(since))}</time>}
      action={
        <AlertDialog
          trigger={
            <Button variant="outline" size="sm" aria-label={s.removeOf(label)} disabled={unlink.isPending}>
              {s.remove}
            </Button>
          }
          title={s.question(label)}
          description={s.questionText(label)}
          confirm={s.remove}
          dismiss={s.keep}
          onConfirm={remove}
        />
      }
    >
      {unlink.isError && <InlineError error={unlink.error} lead={s.removeFailed(label)} />}
    </Way>
  );
}
