import { useNavigate } from 'react-router';
import { InlineError } from '@/components/common/ErrorState';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Card, CardContent, CardHeader } from '@/components/ui/card';
import { useDeleteProject } from '@/hooks/useProjects';
import { m } from '@/i18n/messages';
import { toast } from '@/store/toastStore';
import type { Project } from '@/types/review';
import { GateSettings } from './GateSettings';
import { IgnoreSettings } from './IgnoreSettings';
import { ProjectDetailsForm } from './ProjectDetailsForm';

const p = m.projects;

/** What can be changed about a project; each part is saved by itself. */
export function ProjectSettings({ project }: { project: Project }) {
  return (
    <div className="grid max-w-3xl gap-4 px-4 pt-4 pb-8 md:px-6">
      <ProjectDetailsForm project={project} />
      <GateSettings project={project} />
      <IgnoreSettings project={project} />
      <DeleteProject project={project} />
    </div>
  );
}

function DeleteProject({ project: { id, name } }: { project: Project }) {
  const navigate = useNavigate();
  const remove = useDeleteProject(id);
  const confirm = (): void =>
    remove.mutate(undefined, {
      onSuccess: () => {
        toast({ kind: 'done', text: p.remove.done(name) });
        void navigate('/projects', { replace: true });
      },
    });
  return (
    <Card>
      <CardHeader title={p.remove.title} description={p.remove.text} />
      <CardContent className="grid justify-items-start gap-3">
        <AlertDialog
          trigger={
            <Button variant="destructive" disabled={remove.isPending}>
              {p.remove.button}
            </Button>
          }
          title={p.remove.question(name)}
          description={p.remove.text}
          confirm={p.remove.confirm}
          dismiss={p.remove.keep}
          onConfirm={confirm}
        />
        {remove.isError && <InlineError error={remove.error} lead={p.remove.failed} />}
      </CardContent>
    </Card>
  );
}
