import { ExternalLink } from 'lucide-react';

/** Links to the public catalogue of weaknesses; an id of another form is shown as text. */
export function Weakness({ ids }: { ids: readonly string[] }) {
  return (
    <span className="flex flex-wrap gap-x-3">
      {ids.map((id) => {
        const number = /^CWE-(\d+)$/.exec(id)?.[1];
        if (!number) return <span key={id}>{id}</span>;
        return (
          <a
            key={id}
            href={`https://cwe.mitre.org/data/definitions/${number}.html`}
            target="_blank"
            rel="noreferrer"
            className="link inline-flex items-center gap-1"
          >
            {id}
            <ExternalLink aria-hidden className="size-3" />
          </a>
        );
      })}
    </span>
  );
}
