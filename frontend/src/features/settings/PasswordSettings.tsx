import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { Link } from 'react-router';
import { z } from 'zod';
import { InlineError } from '@/components/common/ErrorState';
import { PasswordInput } from '@/components/common/PasswordInput';
import { Button } from '@/components/ui/button';
import { Card, CardContent, CardHeader } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { useChangePassword } from '@/hooks/useAccount';
import { useIdentities } from '@/hooks/useProviders';
import { m } from '@/i18n/messages';
import { problemOf } from '@/services/problem';
import { toast } from '@/store/toastStore';
import { newPassword } from '@/utils/password';

const p = m.settings.password;

const schema = z.object({ current: z.string().min(1, p.currentMissing), next: newPassword });
type Values = z.infer<typeof schema>;

const serverFields: Readonly<Record<string, keyof Values>> = {
  current_password: 'current',
  new_password: 'next',
};

/** Changes the password, where there is one. */
export function PasswordSettings() {
  const ways = useIdentities();
  return ways.data?.has_password === false ? null : <ChangeForm />;
}

function ChangeForm() {
  const change = useChangePassword();
  const form = useForm<Values>({
    resolver: zodResolver(schema),
    defaultValues: { current: '', next: '' },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit((values) =>
    change.mutate(values, {
      onError: (error) => {
        for (const { field, message } of problemOf(error).fields) {
          const known = serverFields[field];
          if (known) form.setError(known, { message }, { shouldFocus: true });
        }
      },
      onSuccess: () => {
        form.reset();
        toast({ kind: 'done', text: p.changed });
      },
    }),
  );
  return (
    <Card>
      <CardHeader title={p.title} description={p.text} />
      <CardContent>
        <form onSubmit={submit} noValidate className="grid gap-4">
          <Field label={p.current} error={errors.current?.message}>
            {(control) => (
              <PasswordInput {...control} {...form.register('current')} autoComplete="current-password" />
            )}
          </Field>
          <Field label={p.next} hint={m.auth.passwordHint} error={errors.next?.message}>
            {(control) => (
              <PasswordInput {...control} {...form.register('next')} autoComplete="new-password" />
            )}
          </Field>
          {change.isError && <InlineError error={change.error} lead={p.failed} />}
          <Button type="submit" className="justify-self-start" disabled={change.isPending}>
            {change.isPending ? p.changing : p.change}
          </Button>
          <p className="text-sm text-muted-foreground">
            {p.forgotten}{' '}
            <Link to="/forgot-password" className="text-link underline">
              {p.forgottenLink}
            </Link>
          </p>
        </form>
      </CardContent>
    </Card>
  );
}
