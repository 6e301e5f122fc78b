import { CopyButton } from '@/components/common/CopyButton';
import { m } from '@/i18n/messages';
import type { Issue, SourceFile } from '@/types/review';
import { commentOf, promptOf, sourcesOf } from './exports';

const e = m.results.exports;

/** A finding in the forms in which it is passed on. */
export function FindingExport({ finding, files }: { finding: Issue; files: readonly SourceFile[] }) {
  return (
    <div role="group" aria-label={e.copy} className="flex flex-wrap gap-x-1">
      <CopyButton text={addressOfFinding} label={e.link} doneLabel={e.copied} />
      <CopyButton
        text={() => commentOf(finding, sourcesOf(files), addressOfFinding())}
        label={e.comment}
        doneLabel={e.copied}
      />
      <CopyButton text={() => promptOf([finding], sourcesOf(files))} label={e.prompt} doneLabel={e.copied} />
    </div>
  );
}

/** The finding, and the step of it that the code shows; what else the page shows now is nobody else's matter. */
export function addressOfFinding(): string {
  const { origin, pathname, search } = location;
  const now = new URLSearchParams(search);
  const kept = ['finding', 'step'].flatMap((name) => now.getAll(name).map((value) => [name, value]));
  const query = new URLSearchParams(kept).toString();
  return `${origin}${pathname}${query && `?${query}`}`;
}
