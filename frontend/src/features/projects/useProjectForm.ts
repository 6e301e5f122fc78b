import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { problemOf } from '@/services/problem';
import { projectSchema, serverFields, type ProjectValues } from './schema';

/** A project's form; `showErrors` puts what the server refused beside its fields and says whether it had something to put. */
export function useProjectForm(values: ProjectValues) {
  const form = useForm<ProjectValues>({ resolver: zodResolver(projectSchema), defaultValues: values });
  const showErrors = (error: unknown): void => {
    const problem = problemOf(error);
    if (problem.status === 409)
      form.setError('name', { message: problem.detail ?? '' }, { shouldFocus: true });
    for (const { field, message } of problem.fields) {
      const known = serverFields[field];
      if (known) form.setError(known, { message }, { shouldFocus: true });
    }
  };
  return { form, showErrors };
}
