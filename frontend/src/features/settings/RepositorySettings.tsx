import { zodResolver } from '@hookform/resolvers/zod';
import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { InlineError } from '@/components/common/ErrorState';
import { PasswordInput } from '@/components/common/PasswordInput';
import { QueryView } from '@/components/common/QueryView';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card, CardContent, CardHeader } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Skeleton } from '@/components/ui/skeleton';
import { useNow } from '@/hooks/useNow';
import { useRepositoryAccess, useSetRepositoryAccess } from '@/hooks/useRepositoryAccess';
import { formatAgo, formatDateTime } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { problemOf } from '@/services/problem';
import { toast } from '@/store/toastStore';
import type { RepositoryAccess } from '@/types/review';

const s = m.settings.repositories;
const tokensPage = 'https://github.com/settings/personal-access-tokens/new';
const schema = z.object({
  token: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9_]{20,255}$/, s.tokenForm),
});

/** The person's own access to repositories: given, renewed and withdrawn here. */
export function RepositorySettings() {
  const access = useRepositoryAccess();
  return (
    <Card>
      <CardHeader title={s.title} description={s.text} />
      <CardContent className="grid gap-5">
        <QueryView query={access} loading={<Skeleton className="h-40" />}>
          {(known) => (
            <>
              {known.granted && <Given access={known} />}
              <GiveForm renews={known.granted} />
            </>
          )}
        </QueryView>
      </CardContent>
    </Card>
  );
}

function Given({ access }: { access: RepositoryAccess }) {
  const now = useNow(60_000);
  const withdraw = useSetRepositoryAccess();
  const { granted_at, last_used_at, expires_at, refused_at } = access;
  return (
    <div className="grid gap-3 rounded-md border p-4 text-sm">
      <div className="flex items-start justify-between gap-4">
        <p className="font-medium">
          {s.given} <State access={access} now={now} />
        </p>
        <AlertDialog
          trigger={
            <Button variant="outline" size="sm" disabled={withdraw.isPending}>
              {s.withdraw}
            </Button>
          }
          title={s.question}
          description={s.questionText}
          confirm={s.withdraw}
          dismiss={m.settings.cancel}
          onConfirm={() =>
            withdraw.mutate(null, { onSuccess: () => toast({ kind: 'done', text: s.withdrawn }) })
          }
        />
      </div>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
        <Fact name={s.since}>{granted_at && formatDateTime(granted_at)}</Fact>
        {refused_at ? (
          <Fact name={s.refusedSince}>{formatAgo(refused_at, now)}</Fact>
        ) : (
          <Fact name={s.lastUsed}>{last_used_at ? formatAgo(last_used_at, now) : s.notUsed}</Fact>
        )}
        {last_used_at && <Fact name={s.ends}>{expires_at ? formatDateTime(expires_at) : s.never}</Fact>}
      </dl>
      {withdraw.isError && <InlineError error={withdraw.error} lead={s.withdrawFailed} />}
    </div>
  );
}

function State({ access, now }: { access: RepositoryAccess; now: number }) {
  if (access.refused_at) return <Badge className="text-destructive">{s.refused}</Badge>;
  if (access.expires_at && Date.parse(access.expires_at) <= now)
    return <Badge className="text-destructive">{s.expired}</Badge>;
  return access.last_used_at ? <Badge className="text-foreground">{s.works}</Badge> : null;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted-foreground">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function GiveForm({ renews }: { renews: boolean }) {
  const give = useSetRepositoryAccess();
  const form = useForm<z.infer<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { token: '' },
  });
  const submit = form.handleSubmit(({ token }) =>
    give.mutate(token, {
      onError: (error) => {
        const complaint = problemOf(error).fields.find(({ field }) => field === 'token');
        if (complaint) form.setError('token', { message: complaint.message }, { shouldFocus: true });
      },
      onSuccess: () => {
        form.reset();
        toast({ kind: 'done', text: s.saved });
      },
    }),
  );
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <div className="grid gap-1.5 text-sm">
        <p>
          <a href={tokensPage} target="_blank" rel="noopener noreferrer" className="link">
            {s.make}
            <ExternalLink aria-hidden className="ms-1 inline size-3.5" />
          </a>
          {s.makeText}
        </p>
        <ul className="list-disc ps-5 text-muted-foreground">
          {s.permissions.map((permission) => (
            <li key={permission}>{permission}</li>
          ))}
        </ul>
      </div>
      <Field label={renews ? s.newToken : s.token} hint={s.hint} error={form.formState.errors.token?.message}>
        {(control) => <PasswordInput {...control} {...form.register('token')} autoComplete="off" />}
      </Field>
      {give.isError && <InlineError error={give.error} lead={s.saveFailed} />}
      <Button type="submit" className="justify-self-start" disabled={give.isPending}>
        {give.isPending ? m.settings.saving : renews ? s.replace : s.give}
      </Button>
    </form>
  );
}
