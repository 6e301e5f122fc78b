import { Controller, type UseFormReturn } from 'react-hook-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { m } from '@/i18n/messages';
import { languages } from '@/utils/languages';
import { noLanguage, type ProjectValues } from './schema';

const p = m.projects;

/** The fields of a project's form, for a new one and for changes. */
export function ProjectFields({ form }: { form: UseFormReturn<ProjectValues> }) {
  const { errors } = form.formState;
  return (
    <div className="grid gap-4">
      <Field label={p.name} error={errors.name?.message}>
        {(control) => <Input {...control} {...form.register('name')} autoComplete="off" />}
      </Field>
      <Field label={p.description} aside={p.optional} error={errors.description?.message}>
        {(control) => <Textarea {...control} {...form.register('description')} rows={3} />}
      </Field>
      <Field
        label={p.repository}
        aside={p.optional}
        hint={p.repositoryHint}
        error={errors.repository?.message}
      >
        {(control) => (
          <Input {...control} {...form.register('repository')} type="url" placeholder="https://" />
        )}
      </Field>
      <Field label={p.mainLanguage} aside={p.optional} error={errors.language?.message}>
        {(control) => (
          <Controller
            control={form.control}
            name="language"
            render={({ field }) => (
              <Select value={field.value} onValueChange={field.onChange}>
                <SelectTrigger {...control} ref={field.ref} className="h-9 w-full">
                  <SelectValue />
                </SelectTrigger>
                <SelectContent>
                  <SelectItem value={noLanguage}>{p.noLanguage}</SelectItem>
                  {languages.map(({ id, label }) => (
                    <SelectItem key={id} value={id}>
                      {label}
                    </SelectItem>
                  ))}
                </SelectContent>
              </Select>
            )}
          />
        )}
      </Field>
    </div>
  );
}
