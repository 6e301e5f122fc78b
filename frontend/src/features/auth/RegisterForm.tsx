import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { InlineError } from '@/components/common/ErrorState';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useRegister, useSignIn } from '@/hooks/useSession';
import { m } from '@/i18n/messages';
import { problemOf } from '@/services/problem';
import { PasswordInput } from '@/components/common/PasswordInput';
import { registrationSchema, type RegistrationValues } from './schemas';

const serverFields: Readonly<Record<string, keyof RegistrationValues>> = {
  email: 'email',
  username: 'username',
  password: 'password',
  full_name: 'fullName',
};

/** Creates an account and signs in to it: nothing has to be typed twice. */
export function RegisterForm({ onSignedIn }: { onSignedIn: () => void }) {
  const registering = useRegister();
  const signIn = useSignIn();
  const form = useForm<RegistrationValues>({
    resolver: zodResolver(registrationSchema),
    defaultValues: { email: '', username: '', password: '', fullName: '' },
  });
  const { errors } = form.formState;
  const pending = registering.isPending || signIn.isPending;

  const showServerErrors = (error: unknown): void => {
    for (const { field, message } of problemOf(error).fields) {
      const known = serverFields[field];
      if (known) form.setError(known, { message }, { shouldFocus: true });
    }
  };
  const submit = form.handleSubmit((values) =>
    registering.mutate(values, {
      onError: showServerErrors,
      onSuccess: () =>
        signIn.mutate({ email: values.email, password: values.password }, { onSuccess: onSignedIn }),
    }),
  );

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Field label={m.auth.email} error={errors.email?.message}>
        {(control) => <Input {...control} {...form.register('email')} type="email" autoComplete="email" />}
      </Field>
      <Field label={m.auth.username} error={errors.username?.message}>
        {(control) => (
          <Input {...control} {...form.register('username')} autoComplete="username" autoCapitalize="off" />
        )}
      </Field>
      <Field label={m.auth.fullName} aside={m.auth.optional} error={errors.fullName?.message}>
        {(control) => <Input {...control} {...form.register('fullName')} autoComplete="name" />}
      </Field>
      <Field label={m.auth.password} hint={m.auth.passwordHint} error={errors.password?.message}>
        {(control) => (
          <PasswordInput {...control} {...form.register('password')} autoComplete="new-password" />
        )}
      </Field>
      {registering.isError && <InlineError error={registering.error} lead={m.auth.registerFailed} />}
      {signIn.isError && <InlineError error={signIn.error} lead={m.auth.createdOnly} />}
      <Button type="submit" size="lg" disabled={pending}>
        {pending ? m.auth.registering : m.auth.register}
      </Button>
    </form>
  );
}
