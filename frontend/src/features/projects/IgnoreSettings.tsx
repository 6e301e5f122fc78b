import { useState } from 'react';
import { InlineError } from '@/components/common/ErrorState';
import { Button } from '@/components/ui/button';
import { Card, CardContent, CardHeader } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { useUpdateProject } from '@/hooks/useProjects';
import { m } from '@/i18n/messages';
import { problemOf } from '@/services/problem';
import { toast } from '@/store/toastStore';
import type { Project } from '@/types/review';

const i = m.projects.ignore;

/** The patterns of the files that the project's reviews leave out. */
export function IgnoreSettings({ project }: { project: Project }) {
  const update = useUpdateProject(project.id);
  const [text, setText] = useState(project.ignore_globs.join('\n'));
  const globs = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const changed = JSON.stringify(globs) !== JSON.stringify(project.ignore_globs);
  const refused = update.isError ? problemOf(update.error).fields : [];

  const save = (): void =>
    update.mutate(
      { ignore_globs: globs },
      {
        onSuccess: (saved) => {
          setText(saved.ignore_globs.join('\n'));
          toast({ kind: 'done', text: m.projects.saved });
        },
      },
    );
  return (
    <Card>
      <CardHeader title={i.title} description={i.text} />
      <CardContent className="grid gap-3">
        <Field
          label={i.label}
          hint={i.hint}
          error={refused.map(({ message }) => message).join(' ') || undefined}
        >
          {(control) => (
            <Textarea
              {...control}
              spellCheck={false}
              rows={4}
              className="font-mono text-sm"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        {update.isError && refused.length === 0 && (
          <InlineError error={update.error} lead={m.projects.saveFailed} />
        )}
        <Button className="justify-self-start" disabled={!changed || update.isPending} onClick={save}>
          {update.isPending ? m.projects.saving : m.projects.save}
        </Button>
      </CardContent>
    </Card>
  );
}
