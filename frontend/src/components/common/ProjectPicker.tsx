import { useDeferredValue, useState } from 'react';
import { Combobox } from '@/components/ui/combobox';
import { InlineError } from './ErrorState';
import { useProjectChoices } from '@/hooks/useProjectChoices';
import { useProject } from '@/hooks/useProjects';
import { m } from '@/i18n/messages';

interface ProjectPickerProps {
  value: string | null;
  onChange: (project: string | null) => void;
}

const none = 'none';

/** The project that the review belongs to; its gate and its decisions then apply. Not there while there is no project. */
export function ProjectPicker({ value, onChange }: ProjectPickerProps) {
  const [text, setText] = useState('');
  const projects = useProjectChoices(useDeferredValue(text.trim()));
  const found = projects.data ?? [];
  const isListed = projects.isPending || found.some(({ id }) => id === value);
  const unlisted = useProject(isListed ? null : value).data;
  if (projects.isError && !projects.data) {
    return (
      <InlineError
        error={projects.error}
        lead={m.submit.projectsUnread}
        className="order-last col-span-full basis-full"
      />
    );
  }
  if (found.length === 0 && text === '' && value === null) return null;
  return (
    <Combobox
      items={[
        { id: none, label: m.submit.noProject },
        ...[...(unlisted ? [unlisted] : []), ...found].map(({ id, name, language }) => ({
          id,
          label: name,
          keywords: text, // the server has matched more than the name
          aside: language ?? '',
        })),
      ]}
      value={value ?? none}
      label={m.submit.project}
      none={m.submit.noProject}
      placeholder={m.submit.findProject}
      empty={m.submit.noSuchProject}
      onQuery={setText}
      onChange={(id) => onChange(id === none ? null : id)}
      className="max-w-48"
    />
  );
}
