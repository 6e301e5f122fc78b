import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { SkippedFiles } from '@/components/common/SkippedFiles';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { m } from '@/i18n/messages';
import type { DraftFile } from '@/services/draft';
import { readFiles, type SkippedFile } from '@/services/readFiles';
import type { FieldValue, FormField } from './schemaForm';

const w = m.workflows.form;
const nothing = '(none)';

interface SchemaFieldProps {
  field: FormField;
  value: FieldValue;
  error: string | undefined;
  onChange: (value: FieldValue) => void;
}

/** One field of a workflow's input, asked for in the way that its type wants. */
export function SchemaField({ field, value, error, onChange }: SchemaFieldProps) {
  const { kind, label, hint, required, options } = field;
  const text = typeof value === 'string' ? value : '';
  if (kind === 'yes-no') return <YesNo {...{ field, value, onChange }} />;
  if (kind === 'choices') return <Choices {...{ field, value, onChange }} />;
  return (
    <Field
      label={label}
      hint={kind === 'lines' ? [hint, w.onePerLine].filter(Boolean).join(' ') : hint}
      error={error}
      aside={required ? undefined : m.auth.optional}
    >
      {(control) => {
        switch (kind) {
          case 'choice':
            return (
              <Select
                value={text || nothing}
                onValueChange={(next) => onChange(next === nothing ? '' : next)}
              >
                <SelectTrigger {...control} className="w-full max-w-80">
                  <SelectValue />
                </SelectTrigger>
                <SelectContent>
                  {!required && <SelectItem value={nothing}>{w.notChosen}</SelectItem>}
                  {options.map((option) => (
                    <SelectItem key={option} value={option}>
                      {option}
                    </SelectItem>
                  ))}
                </SelectContent>
              </Select>
            );
          case 'files':
            return <Files control={control} value={value as readonly DraftFile[]} onChange={onChange} />;
          case 'number':
          case 'line':
            return (
              <Input
                {...control}
                type={kind === 'number' ? 'number' : 'text'}
                min={field.minimum}
                max={field.maximum}
                maxLength={field.maxLength}
                required={required}
                value={text}
                className={kind === 'number' ? 'max-w-40' : undefined}
                onChange={(event) => onChange(event.target.value)}
              />
            );
          case 'text':
          case 'lines':
            return (
              <Textarea
                {...control}
                rows={field.name === 'code' ? 12 : 4}
                maxLength={field.maxLength}
                required={required}
                spellCheck={field.name !== 'code'}
                className={field.name === 'code' ? 'font-mono text-xs' : undefined}
                value={text}
                onChange={(event) => onChange(event.target.value)}
              />
            );
        }
      }}
    </Field>
  );
}

type PartProps = Pick<SchemaFieldProps, 'field' | 'value' | 'onChange'>;

function YesNo({ field: { name, label, hint }, value, onChange }: PartProps) {
  return (
    <label htmlFor={`field-${name}`} className="flex min-h-8 items-start gap-2.5 text-sm touch:min-h-11">
      <Checkbox
        id={`field-${name}`}
        checked={value === true}
        onCheckedChange={(checked) => onChange(checked === true)}
        className="mt-0.5"
      />
      <span>
        <span className="font-medium">{label}</span>
        {hint && <span className="block text-xs text-muted-foreground">{hint}</span>}
      </span>
    </label>
  );
}

function Choices({ field: { name, label, hint, options }, value, onChange }: PartProps) {
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  return (
    <fieldset>
      <legend className="text-sm font-medium">{label}</legend>
      {hint && <p className="text-xs text-muted-foreground">{hint}</p>}
      <div className="mt-1 flex flex-wrap gap-x-5">
        {options.map((option) => (
          <label
            key={option}
            htmlFor={`field-${name}-${option}`}
            className="flex min-h-8 items-center gap-2 text-sm touch:min-h-11"
          >
            <Checkbox
              id={`field-${name}-${option}`}
              checked={chosen.includes(option)}
              onCheckedChange={(checked) =>
                onChange(checked === true ? [...chosen, option] : chosen.filter((other) => other !== option))
              }
            />
            {option}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface FilesProps {
  control: { id: string; 'aria-describedby': string | undefined };
  value: readonly DraftFile[];
  onChange: (files: readonly DraftFile[]) => void;
}

function Files({ control, value, onChange }: FilesProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [skipped, setSkipped] = useState<readonly SkippedFile[]>([]);
  const take = async (files: readonly File[]): Promise<void> => {
    const read = await readFiles(files);
    onChange(read.files);
    setSkipped(read.skipped);
  };
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-3">
        <Button {...control} variant="outline" onClick={() => picker.current?.click()}>
          <FileUp aria-hidden />
          {w.chooseFiles}
        </Button>
        <span className="tabular text-sm text-muted-foreground">{w.chosenFiles(value.length)}</span>
      </div>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={w.chooseFiles}
        onChange={(event) => {
          void take([...(event.target.files ?? [])]);
          event.target.value = ''; // or choosing the same file again would change nothing
        }}
      />
      {skipped.length > 0 && <SkippedFiles files={skipped} onDismiss={() => setSkipped([])} />}
    </div>
  );
}
