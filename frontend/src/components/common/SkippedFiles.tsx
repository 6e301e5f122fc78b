import { Notice } from '@/components/common/Notice';
import { m } from '@/i18n/messages';
import { mostFiles, submissionBytes, type SkippedFile, type SkipReason } from '@/services/readFiles';

interface SkippedFilesProps {
  files: readonly SkippedFile[];
  onDismiss: () => void;
}

/** Which files were not taken, each with its reason. */
export function SkippedFiles({ files, onDismiss }: SkippedFilesProps) {
  return (
    <Notice onDismiss={onDismiss}>
      <p className="font-medium">{m.submit.skippedTitle(files.length)}</p>
      <ul className="mt-1 max-h-32 overflow-auto text-muted-foreground">
        {files.map(({ name, reason }) => (
          <li key={name}>
            <code className="break-all text-foreground">{name}</code>: {wordsFor(reason)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function wordsFor(reason: SkipReason): string {
  const { large, many, total, ...plain } = m.submit.skipped;
  if (reason === 'large') return large(submissionBytes);
  if (reason === 'many') return many(mostFiles);
  if (reason === 'total') return total(submissionBytes);
  return plain[reason];
}
