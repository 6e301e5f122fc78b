import { zodResolver } from '@hookform/resolvers/zod';
import { useId } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import { InlineError } from '@/components/common/ErrorState';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { DialogBody, DialogClose, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { useCreateApiKey } from '@/hooks/useAccount';
import { m } from '@/i18n/messages';
import type { NewApiKey, Scope } from '@/types/review';

const s = m.settings.keys;

const scopes = ['read', 'write', 'execute'] as const;
const expiries = ['30', '90', '365', 'never'] as const;

const schema = z.object({
  name: z.string().trim().min(1, s.nameMissing).max(100, s.nameLong),
  scopes: z.array(z.enum(scopes)).min(1, s.scopeMissing),
  expiry: z.enum(expiries),
});

type Values = z.infer<typeof schema>;

/** Name, scopes and end of a new key. */
export function NewApiKeyForm({ onMade }: { onMade: (key: NewApiKey) => void }) {
  const create = useCreateApiKey();
  const form = useForm<Values>({
    resolver: zodResolver(schema),
    defaultValues: { name: '', scopes: ['read', 'execute'], expiry: '90' },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit(({ name, scopes: chosen, expiry }) =>
    create.mutate({ name, scopes: chosen, expires_at: endOf(expiry) }, { onSuccess: onMade }),
  );
  return (
    <form onSubmit={submit} noValidate className="flex min-h-0 flex-1 flex-col">
      <DialogBody className="grid gap-4">
        <Field label={s.name} hint={s.nameHint} error={errors.name?.message}>
          {(control) => <Input {...control} {...form.register('name')} autoComplete="off" />}
        </Field>
        <Controller
          control={form.control}
          name="scopes"
          render={({ field }) => (
            <ScopeChoice value={field.value} onChange={field.onChange} error={errors.scopes?.message} />
          )}
        />
        <Field label={s.expires}>
          {(control) => (
            <Controller
              control={form.control}
              name="expiry"
              render={({ field }) => (
                <Select value={field.value} onValueChange={field.onChange}>
                  <SelectTrigger {...control} ref={field.ref} className="h-9 w-full">
                    <SelectValue />
                  </SelectTrigger>
                  <SelectContent>
                    {expiries.map((expiry) => (
                      <SelectItem key={expiry} value={expiry}>
                        {s.expiry[expiry]}
                      </SelectItem>
                    ))}
                  </SelectContent>
                </Select>
              )}
            />
          )}
        </Field>
        {create.isError && <InlineError error={create.error} lead={s.createFailed} />}
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button variant="outline">{m.settings.cancel}</Button>
        </DialogClose>
        <Button type="submit" disabled={create.isPending}>
          {create.isPending ? s.creating : s.create}
        </Button>
      </DialogFooter>
    </form>
  );
}

interface ScopeChoiceProps {
  value: readonly Scope[];
  onChange: (scopes: readonly Scope[]) => void;
  error: string | undefined;
}

function ScopeChoice({ value, onChange, error }: ScopeChoiceProps) {
  const id = useId();
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined} className="grid gap-2">
      <legend className="mb-1.5 text-sm font-medium">{s.scopes}</legend>
      {scopes.map((scope) => (
        <div key={scope} className="flex items-start gap-2.5">
          <Checkbox
            id={`${id}-${scope}`}
            checked={value.includes(scope)}
            onCheckedChange={(on) =>
              onChange(scopes.filter((one) => (one === scope ? on === true : value.includes(one))))
            }
            className="mt-0.5"
          />
          <label htmlFor={`${id}-${scope}`} className="text-sm">
            <span className="font-medium">{s.scope[scope].label}</span>
            <span className="block text-muted-foreground">{s.scope[scope].text}</span>
          </label>
        </div>
      ))}
      {error && (
        <p id={`${id}-error`} className="text-xs text-destructive">
          {error}
        </p>
      )}
    </fieldset>
  );
}

const dayMs = 86_400_000;

function endOf(expiry: Values['expiry']): string | null {
  return expiry === 'never' ? null : new Date(Date.now() + Number(expiry) * dayMs).toISOString();
}
