import { X } from 'lucide-react';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { Draft } from '@/services/draft';

interface FileTabsProps {
  draft: Draft;
  onShow: (index: number) => void;
  onRemove: (index: number) => void;
  onRename: (path: string | null) => void;
}

/** The files of the draft; the open one can be renamed. */
export function FileTabs({ draft, onShow, onRemove, onRename }: FileTabsProps) {
  const { files, active } = draft;
  return (
    <ul aria-label={m.submit.files} className="flex overflow-x-auto border-b bg-muted">
      {files.map((file, index) => {
        const name = file.path ?? m.submit.untitled;
        const open = index === active;
        return (
          <li
            key={index}
            className={cn('flex shrink-0 items-center border-e', open ? 'bg-code' : 'hover:bg-accent')}
          >
            {open ? (
              <input
                aria-label={m.submit.fileName}
                value={file.path ?? ''}
                placeholder={m.submit.untitled}
                spellCheck={false}
                autoCapitalize="off"
                autoComplete="off"
                maxLength={500}
                onChange={(event) => onRename(event.target.value.trimStart() || null)}
                className="field-sizing-content h-9 max-w-80 min-w-24 bg-transparent ps-3 pe-1 font-mono text-sm -outline-offset-2 placeholder:text-muted-foreground touch:h-11"
              />
            ) : (
              <button
                type="button"
                onClick={() => onShow(index)}
                className="h-9 max-w-60 truncate ps-3 pe-1 font-mono text-sm text-muted-foreground -outline-offset-2 touch:h-11"
              >
                {name}
              </button>
            )}
            {(files.length > 1 || file.content !== '') && (
              <button
                type="button"
                aria-label={m.submit.closeFile(name)}
                onClick={() => onRemove(index)}
                className="grid size-8 place-items-center rounded-sm text-muted-foreground -outline-offset-2 hover:text-foreground touch:size-11"
              >
                <X aria-hidden className="size-3.5" />
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
