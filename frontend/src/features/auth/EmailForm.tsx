import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { m } from '@/i18n/messages';
import { emailSchema, type EmailValues } from './schemas';

interface EmailFormProps {
  label: string;
  pendingLabel: string;
  pending: boolean;
  onSubmit: (email: string) => void;
}

/** Asks for an address that a mail goes to. */
export function EmailForm({ label, pendingLabel, pending, onSubmit }: EmailFormProps) {
  const form = useForm<EmailValues>({ resolver: zodResolver(emailSchema), defaultValues: { email: '' } });
  const submit = form.handleSubmit(({ email }) => onSubmit(email));
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Field label={m.auth.email} error={form.formState.errors.email?.message}>
        {(control) => (
          <Input
            {...control}
            {...form.register('email')}
            type="email"
            autoComplete="email"
            inputMode="email"
          />
        )}
      </Field>
      <Button type="submit" size="lg" disabled={pending}>
        {pending ? pendingLabel : label}
      </Button>
    </form>
  );
}
