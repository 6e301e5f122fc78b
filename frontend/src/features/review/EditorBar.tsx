import { FileUp, FolderOpen, GitBranch, Trash2, type LucideIcon } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { m } from '@/i18n/messages';
import type { DraftFile } from '@/services/draft';
import type { FocusArea, Language } from '@/types/review';
import { detectLanguage, languageLabel, languages } from '@/utils/languages';
import { FocusPicker } from './FocusPicker';
import { WorkflowPicker } from './WorkflowPicker';
import { ProjectPicker } from '@/components/common/ProjectPicker';

interface EditorBarProps {
  file: DraftFile;
  focus: readonly FocusArea[];
  workflow: string;
  project: string | null;
  canClear: boolean;
  onChange: (change: Partial<DraftFile>) => void;
  onFocusChange: (focus: FocusArea[]) => void;
  onWorkflowChange: (workflow: string) => void;
  onProjectChange: (project: string | null) => void;
  onFiles: (files: File[]) => void;
  onRepository: () => void;
  onClear: () => void;
}

const detect = 'detect';

/** One quiet line above the editor: what the code is, and what to look at. */
export function EditorBar({
  file,
  focus,
  workflow,
  project,
  canClear,
  onChange,
  onFocusChange,
  onWorkflowChange,
  onProjectChange,
  onFiles,
  onRepository,
  onClear,
}: EditorBarProps) {
  const detected = detectLanguage(file.path, file.content);
  const detectedLabel = detected ? m.submit.detected(languageLabel(detected)) : m.submit.auto;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        value={file.language ?? detect}
        onValueChange={(value) => onChange({ language: value === detect ? null : (value as Language) })}
      >
        <SelectTrigger
          aria-label={m.submit.language}
          className="min-w-0 max-sm:grow max-sm:basis-[40%] sm:min-w-44"
        >
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          <SelectItem value={detect}>{detectedLabel}</SelectItem>
          {languages.map(({ id, label }) => (
            <SelectItem key={id} value={id}>
              {label}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
      <FocusPicker value={focus} onChange={onFocusChange} />
      <ProjectPicker value={project} onChange={onProjectChange} />
      <WorkflowPicker value={workflow} onChange={onWorkflowChange} />
      <div className="ms-auto flex gap-2 max-sm:w-full max-sm:flex-wrap max-sm:gap-1.5 max-sm:*:flex-1 max-sm:*:px-1.5">
        {/* It keeps its room: what stands beside it must not move with the first letter. */}
        <Button
          variant="ghost"
          className="disabled:invisible max-sm:hidden"
          disabled={!canClear}
          onClick={onClear}
        >
          <Trash2 aria-hidden />
          {m.submit.clear}
        </Button>
        <Button variant="outline" onClick={onRepository}>
          <GitBranch aria-hidden />
          {m.submit.repository.open}
        </Button>
        <FileButton label={m.submit.openFiles} icon={FileUp} onFiles={onFiles} />
        <FileButton label={m.submit.openFolder} icon={FolderOpen} onFiles={onFiles} folder />
      </div>
    </div>
  );
}

interface FileButtonProps {
  label: string;
  icon: LucideIcon;
  onFiles: (files: File[]) => void;
  folder?: boolean;
}

/** Does by a button what dropping does. */
function FileButton({ label, icon: Icon, onFiles, folder = false }: FileButtonProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant="outline" onClick={() => picker.current?.click()}>
        <Icon aria-hidden />
        {label}
      </Button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={label}
        {...(folder ? { webkitdirectory: '' } : {})}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = ''; // or choosing the same file again would change nothing
        }}
      />
    </>
  );
}
