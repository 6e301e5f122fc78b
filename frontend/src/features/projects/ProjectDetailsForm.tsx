import { InlineError } from '@/components/common/ErrorState';
import { Button } from '@/components/ui/button';
import { Card, CardContent, CardHeader } from '@/components/ui/card';
import { useUpdateProject } from '@/hooks/useProjects';
import { m } from '@/i18n/messages';
import { toast } from '@/store/toastStore';
import type { Project } from '@/types/review';
import { ProjectFields } from './ProjectFields';
import { projectOf, valuesOf } from './schema';
import { useProjectForm } from './useProjectForm';

const p = m.projects;

/** Name, description, address and language. */
export function ProjectDetailsForm({ project }: { project: Project }) {
  const update = useUpdateProject(project.id);
  const { form, showErrors } = useProjectForm(valuesOf(project));
  const submit = form.handleSubmit((values) =>
    update.mutate(projectOf(values), {
      onError: showErrors,
      onSuccess: (saved) => {
        form.reset(valuesOf(saved));
        toast({ kind: 'done', text: p.saved });
      },
    }),
  );
  return (
    <Card>
      <CardHeader title={p.details} description={p.detailsText} />
      <CardContent>
        <form onSubmit={submit} noValidate className="grid gap-4">
          <ProjectFields form={form} />
          {update.isError && <InlineError error={update.error} lead={p.saveFailed} />}
          <Button
            type="submit"
            className="justify-self-start"
            disabled={update.isPending || !form.formState.isDirty}
          >
            {update.isPending ? p.saving : p.save}
          </Button>
        </form>
      </CardContent>
    </Card>
  );
}
