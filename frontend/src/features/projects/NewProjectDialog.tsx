import { FolderPlus } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { InlineError } from '@/components/common/ErrorState';
import { Button } from '@/components/ui/button';
import {
  Dialog,
  DialogBody,
  DialogClose,
  DialogContent,
  DialogFooter,
  DialogTrigger,
} from '@/components/ui/dialog';
import { useCommands } from '@/hooks/useCommands';
import { useIdempotencyKey } from '@/hooks/useIdempotencyKey';
import { useCreateProject } from '@/hooks/useProjects';
import { m } from '@/i18n/messages';
import { toast } from '@/store/toastStore';
import { ProjectFields } from './ProjectFields';
import { emptyProject, projectOf } from './schema';
import { useProjectForm } from './useProjectForm';

const p = m.projects;

/** The button that asks for a new project's name, and what it opens. */
export function NewProjectDialog() {
  const [open, setOpen] = useState(false);
  useCommands([
    {
      id: 'projects.new',
      group: m.commands.groups.here,
      label: p.create,
      keys: 'c',
      run: () => setOpen(true),
    },
  ]);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button>
          <FolderPlus aria-hidden />
          {p.create}
        </Button>
      </DialogTrigger>
      <DialogContent title={p.create} description={p.createText} closeLabel={m.commands.close}>
        <NewProjectForm />
      </DialogContent>
    </Dialog>
  );
}

function NewProjectForm() {
  const navigate = useNavigate();
  const create = useCreateProject();
  const { form, showErrors } = useProjectForm(emptyProject);
  const keyFor = useIdempotencyKey();
  const submit = form.handleSubmit((values) => {
    const project = projectOf(values);
    create.mutate(
      { project, key: keyFor(project) },
      {
        onError: showErrors,
        onSuccess: ({ id, name }) => {
          toast({ kind: 'done', text: p.created(name) });
          void navigate(`/projects/${id}`);
        },
      },
    );
  });
  return (
    <form onSubmit={submit} noValidate className="flex min-h-0 flex-1 flex-col">
      <DialogBody>
        <ProjectFields form={form} />
        {create.isError && <InlineError error={create.error} lead={p.createFailed} />}
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button variant="outline">{p.cancel}</Button>
        </DialogClose>
        <Button type="submit" disabled={create.isPending}>
          {create.isPending ? p.creating : p.createIt}
        </Button>
      </DialogFooter>
    </form>
  );
}
