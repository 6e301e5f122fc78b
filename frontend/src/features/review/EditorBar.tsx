import { FolderOpen, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { m } from '@/i18n/messages';
import type { DraftFile } from '@/services/draft';
import type { FocusArea, Language } from '@/types/review';
import { detectLanguage, languageLabel, languages } from '@/utils/languages';
import { FocusPicker } from './FocusPicker';

interface EditorBarProps {
  file: DraftFile;
  focus: readonly FocusArea[];
  canClear: boolean;
  onChange: (change: Partial<DraftFile>) => void;
  onFocusChange: (focus: FocusArea[]) => void;
  onFiles: (files: File[]) => void;
  onClear: () => void;
}

const detect = 'detect';

/** One quiet line above the editor: what the code is, and what to look at. */
export function EditorBar({
  file,
  focus,
  canClear,
  onChange,
  onFocusChange,
  onFiles,
  onClear,
}: EditorBarProps) {
  const picker = useRef<HTMLInputElement>(null);
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
          className="min-w-0 max-sm:flex-1 max-sm:basis-0 sm:min-w-44 [&>span]:truncate"
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
      <span className="px-1 text-sm text-muted-foreground max-sm:hidden">
        <span className="sr-only">{m.submit.workflow}: </span>
        {m.workflow.quick_code_review}
      </span>
      <div className="ml-auto flex gap-1">
        {canClear && (
          <Button variant="ghost" className="max-sm:hidden" onClick={onClear}>
            <Trash2 aria-hidden />
            {m.submit.clear}
          </Button>
        )}
        <Button variant="outline" onClick={() => picker.current?.click()}>
          <FolderOpen aria-hidden />
          <span className="max-sm:sr-only">{m.submit.openFiles}</span>
        </Button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          aria-label={m.submit.openFiles}
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])]);
            event.target.value = ''; // or choosing the same file again would change nothing
          }}
        />
      </div>
    </div>
  );
}
