import { ExternalLink } from 'lucide-react';
import { weaknessName } from './weaknessWords';

/** Links to the public catalogue of weaknesses; an id of another form is shown as text. */
export function Weakness({ ids }: { ids: readonly string[] }) {
  return (
    <ul className="grid gap-0.5">
      {ids.map((id) => {
        const number = /^CWE-(\d+)$/.exec(id)?.[1];
        const name = weaknessName(id);
        return (
          <li key={id}>
            {number ? (
              <a
                href={`https://cwe.mitre.org/data/definitions/${number}.html`}
                target="_blank"
                rel="noreferrer"
                className="link inline-flex min-h-6 items-center gap-1"
              >
                {id}
                <ExternalLink aria-hidden className="size-3" />
              </a>
            ) : (
              id
            )}
            {name && <span className="text-muted-foreground"> {name}</span>}
          </li>
        );
      })}
    </ul>
  );
}
