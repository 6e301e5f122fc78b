import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { Link } from 'react-router';
import { InlineError } from '@/components/common/ErrorState';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useSignIn } from '@/hooks/useSession';
import { m } from '@/i18n/messages';
import { problemOf } from '@/services/problem';
import { PasswordInput } from '@/components/common/PasswordInput';
import { loginSchema, type LoginValues } from './schemas';

/** Signs in with email and password. */
export function LoginForm({ onSignedIn }: { onSignedIn: () => void }) {
  const signIn = useSignIn();
  const form = useForm<LoginValues>({
    resolver: zodResolver(loginSchema),
    defaultValues: { email: '', password: '' },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit((values) => signIn.mutate(values, { onSuccess: onSignedIn }));

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Field label={m.auth.email} error={errors.email?.message}>
        {(control) => (
          <Input
            {...control}
            {...form.register('email')}
            type="email"
            autoComplete="username"
            inputMode="email"
          />
        )}
      </Field>
      <Field label={m.auth.password} error={errors.password?.message}>
        {(control) => (
          <PasswordInput {...control} {...form.register('password')} autoComplete="current-password" />
        )}
      </Field>
      <Link to="/forgot-password" className="link -mt-2 justify-self-end text-xs">
        {m.auth.mailed.forgot.link}
      </Link>
      {signIn.isError && <Refusal error={signIn.error} />}
      <Button type="submit" size="lg" disabled={signIn.isPending}>
        {signIn.isPending ? m.auth.signingIn : m.auth.signIn}
      </Button>
    </form>
  );
}

/** A wrong password and a limit have words of their own; whether the account exists is never said. */
function Refusal({ error }: { error: unknown }) {
  const { status, retryAfter } = problemOf(error);
  if (status !== 401 && status !== 429) return <InlineError error={error} lead={m.auth.signIn} />;
  const tooMany = retryAfter === null ? m.auth.tooManyLater : m.auth.tooMany(retryAfter);
  return (
    <p role="alert" className="text-sm text-destructive">
      {status === 401 ? m.auth.refused : tooMany}
    </p>
  );
}
