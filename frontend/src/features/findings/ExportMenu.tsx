import { Download } from 'lucide-react';
import { Button } from '@/components/ui/button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import { useCommands } from '@/hooks/useCommands';
import { m } from '@/i18n/messages';
import { download } from '@/utils/download';
import type { Issue, ReviewResults, SourceFile } from '@/types/review';
import { promptOf, sourcesOf } from './exports';
import { patchOf } from './patch';
import { useReportDownload } from './useReportDownload';
import type { Fixes } from './useFixes';
import { copied } from './copied';

interface ExportMenuProps {
  review: ReviewResults;
  listed: readonly Issue[];
  files: readonly SourceFile[];
  fixes: Fixes;
}

const e = m.results.exports;

/** The results in other forms: files to keep, texts to pass on, paper. */
export function ExportMenu({ review, listed, files, fixes }: ExportMenuProps) {
  const report = useReportDownload(review.job_id);
  const name = `review-${review.job_id.slice(0, 8)}`;
  const saveJson = (): void => download(`${name}.json`, 'application/json', JSON.stringify(review, null, 2));
  const command = (form: string, run: () => void) => ({
    id: `export ${form}`,
    group: m.commands.groups.here,
    label: e.command(form),
    run,
  });
  useCommands([
    command(e.sarif, () => report.mutate('sarif')),
    command(e.markdown, () => report.mutate('markdown')),
    command(e.json, saveJson),
  ]);
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="outline">
          <Download aria-hidden />
          {e.label}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuLabel>{e.file}</DropdownMenuLabel>
        <DropdownMenuItem onSelect={() => report.mutate('sarif')}>{e.sarif}</DropdownMenuItem>
        <DropdownMenuItem onSelect={() => report.mutate('markdown')}>{e.markdown}</DropdownMenuItem>
        <DropdownMenuItem onSelect={saveJson}>{e.json}</DropdownMenuItem>
        {fixes.count > 0 && (
          <DropdownMenuItem
            onSelect={() =>
              download(
                `${name}.patch`,
                'text/x-diff',
                patchOf(files, (path) => fixes.textOf(path).text),
              )
            }
          >
            {e.patch}
          </DropdownMenuItem>
        )}
        <DropdownMenuSeparator />
        <DropdownMenuLabel>{e.copy}</DropdownMenuLabel>
        <DropdownMenuItem onSelect={() => copied(promptOf(listed, sourcesOf(files)))}>
          {e.listPrompt(listed.length)}
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => copied(location.href)}>{e.linkPage}</DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => setTimeout(() => print())}>{e.print}</DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
