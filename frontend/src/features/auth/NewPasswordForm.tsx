import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { InlineError } from '@/components/common/ErrorState';
import { PasswordInput } from '@/components/common/PasswordInput';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { useResetPassword } from '@/hooks/useMailed';
import { m } from '@/i18n/messages';
import { problemOf } from '@/services/problem';
import { newPasswordSchema, type NewPasswordValues } from './schemas';

interface NewPasswordFormProps {
  token: string;
  onDone: () => void;
  /** The token itself was refused: typing another password does not help. */
  onTokenRefused: () => void;
}

/** Chooses a password with a mailed token; one that may not be chosen leaves the token as it was. */
export function NewPasswordForm({ token, onDone, onTokenRefused }: NewPasswordFormProps) {
  const reset = useResetPassword();
  const r = m.auth.mailed.reset;
  const form = useForm<NewPasswordValues>({
    resolver: zodResolver(newPasswordSchema),
    defaultValues: { password: '' },
  });
  const refused = (error: unknown): void => {
    const { fields } = problemOf(error);
    if (fields.some(({ field }) => field === 'token')) onTokenRefused();
    const complaint = fields.find(({ field }) => field === 'password');
    if (complaint) form.setError('password', { message: complaint.message }, { shouldFocus: true });
  };
  const submit = form.handleSubmit(({ password }) =>
    reset.mutate({ token, password }, { onSuccess: onDone, onError: refused }),
  );
  const complaint = form.formState.errors.password?.message;
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Field label={r.password} hint={m.auth.passwordHint} error={complaint}>
        {(control) => (
          <PasswordInput {...control} {...form.register('password')} autoComplete="new-password" />
        )}
      </Field>
      {reset.isError && !complaint && <InlineError error={reset.error} lead={r.failed} />}
      <Button type="submit" size="lg" disabled={reset.isPending}>
        {reset.isPending ? r.saving : r.save}
      </Button>
    </form>
  );
}
