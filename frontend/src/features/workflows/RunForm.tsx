import { Play } from 'lucide-react';
import { useDeferredValue, useMemo, useState, type SyntheticEvent } from 'react';
import { useNavigate } from 'react-router';
import { CostCap } from '@/components/common/CostCap';
import { Estimate } from '@/components/common/Estimate';
import { InlineError } from '@/components/common/ErrorState';
import { ProjectPicker } from '@/components/common/ProjectPicker';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { RadioGroup, RadioGroupItem } from '@/components/ui/radio-group';
import { useIdempotencyKey } from '@/hooks/useIdempotencyKey';
import { useRunWorkflow } from '@/hooks/useRuns';
import { m } from '@/i18n/messages';
import { problemOf } from '@/services/problem';
import type { Workflow } from '@/types/review';
import { addressOfJob } from '@/utils/workflows';
import { SchemaField } from './SchemaField';
import {
  errorOf,
  formOf,
  initialValues,
  inputOf,
  missing,
  needsCode,
  shownFields,
  sizesOf,
} from './schemaForm';

const w = m.workflows.form;

/** Asks for what the workflow's schema says, and runs it. */
export function RunForm({ workflow }: { workflow: Workflow }) {
  const navigate = useNavigate();
  const form = useMemo(() => formOf(workflow.input_schema), [workflow]);
  const [values, setValues] = useState(() => initialValues(form));
  const [alternative, setAlternative] = useState(form.alternatives[0] ?? '');
  const [project, setProject] = useState<string | null>(null);
  const [maxUsd, setMaxUsd] = useState<number | null>(null);
  const [asked, setAsked] = useState(false);
  const keyOf = useIdempotencyKey();
  const run = useRunWorkflow(workflow.name);
  const fields = useMemo(() => shownFields(form, alternative), [form, alternative]);
  const settled = useDeferredValue(values);
  const sizes = useMemo(() => sizesOf(fields, settled), [fields, settled]);
  const lacking = missing(fields, values);
  const { fields: errors } = problemOf(run.error);

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (lacking.length > 0 || run.isPending) return;
    const input = inputOf(fields, values);
    run.mutate(
      { input, project, maxUsd, idempotencyKey: keyOf([input, project, maxUsd]) },
      { onSuccess: ({ job_id }) => void navigate(addressOfJob(workflow.name, job_id)) },
    );
  };

  return (
    <Card aria-label={w.title}>
      <form noValidate onSubmit={submit} className="grid gap-5 p-4">
        {form.alternatives.length > 0 && (
          <fieldset>
            <legend className="mb-1 text-sm font-medium">{w.alternatives}</legend>
            <RadioGroup value={alternative} onValueChange={setAlternative} className="flex flex-wrap gap-x-5">
              {form.alternatives.map((name) => (
                <label
                  key={name}
                  htmlFor={`either-${name}`}
                  className="flex min-h-8 items-center gap-2 text-sm touch:min-h-11"
                >
                  <RadioGroupItem id={`either-${name}`} value={name} />
                  {form.fields.find((field) => field.name === name)?.label ?? name}
                </label>
              ))}
            </RadioGroup>
          </fieldset>
        )}
        {fields.map((field) => (
          <SchemaField
            key={field.name}
            field={field}
            value={values[field.name] ?? field.initial}
            error={asked && lacking.includes(field.name) ? w.missing : errorOf(field.name, errors)}
            onChange={(value) => setValues({ ...values, [field.name]: value })}
          />
        ))}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t pt-4 text-sm">
          <Estimate
            takes={workflow.typical_seconds}
            workflow={workflow.name}
            project={project}
            files={sizes}
            needsNoCode={!needsCode(form)}
          />
          <CostCap value={maxUsd} onChange={setMaxUsd} />
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <ProjectPicker value={project} onChange={setProject} />
          <Button type="submit" size="lg" className="ms-auto max-sm:w-full" disabled={run.isPending}>
            <Play aria-hidden />
            {run.isPending ? w.starting : w.run}
          </Button>
        </div>
        {run.isError && <InlineError error={run.error} lead={w.failed} />}
      </form>
    </Card>
  );
}
