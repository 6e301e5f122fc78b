import { m } from '@/i18n/messages';
import type { Issue } from '@/types/review';

/** Further places that belong to a finding, in the order in which they matter. */
export function RelatedPlaces({ related }: { related: Issue['related'] }) {
  if (related.length === 0) return null;
  return (
    <ol aria-label={m.results.related} className="mt-3 grid gap-1.5">
      {related.map(({ file_path, line, message }, index) => (
        <li key={index} className="flex gap-2">
          <span
            aria-hidden
            className="tabular grid size-5 shrink-0 place-items-center rounded-full bg-muted text-xs text-muted-foreground"
          >
            {index + 1}
          </span>
          <span className="min-w-0">
            {message}{' '}
            <span className="font-mono text-xs break-all text-muted-foreground">
              {file_path}:{line}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
