import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { m } from '@/i18n/messages';

interface FileHeaderProps {
  path: string;
  /** All files that can be shown. */
  paths: readonly string[];
  onShow: (path: string) => void;
}

/** Names the file below it, and switches to another one. */
export function FileHeader({ path, paths, onShow }: FileHeaderProps) {
  return (
    <div className="flex h-9 shrink-0 items-center border-b px-3 touch:h-11">
      {paths.length > 1 ? (
        <Select value={path} onValueChange={onShow}>
          <SelectTrigger
            aria-label={m.results.filters.file}
            className="h-7 min-w-0 border-0 bg-transparent font-mono text-xs"
          >
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            {paths.map((other) => (
              <SelectItem key={other} value={other} className="font-mono text-xs">
                {other}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      ) : (
        <span className="truncate font-mono text-xs">{path}</span>
      )}
    </div>
  );
}
