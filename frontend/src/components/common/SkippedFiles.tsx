import { Notice } from '@/components/common/Notice';
import { m } from '@/i18n/messages';
import { mostFiles, submissionBytes, type SkippedFile, type SkipReason } from '@/services/readFiles';

const ofRequest = { file: submissionBytes, files: mostFiles };

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
            <code className="break-all text-foreground">{name}</code>: {skipWords(reason)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Why a file is left out; the limits differ between what a request and what an archive may hold. */
export function skipWords(reason: SkipReason, limits = ofRequest): string {
  const { large, many, total, ...plain } = m.submit.skipped;
  if (reason === 'large') return large(limits.file);
  if (reason === 'many') return many(limits.files);
  if (reason === 'total') return total(limits.file);
  return plain[reason];
}
