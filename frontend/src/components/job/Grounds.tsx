import { ExternalLink } from 'lucide-react';
import { Link } from 'react-router';
import { m } from '@/i18n/messages';
import type { Claim, Source } from '@/types/execution';

const r = m.runs.results;

/** Each thing that is said, with the words that it rests on. */
export function Claims({ claims }: { claims: readonly Claim[] }) {
  if (claims.length === 0) return null;
  return (
    <section className="mt-5 border-t pt-3 text-sm">
      <h3 className="mb-1.5 text-xs font-semibold text-muted-foreground">{r.claims}</h3>
      <ul className="grid max-w-[75ch] gap-3">
        {claims.map(({ claim, source, quote }, index) => (
          <li key={index}>
            {claim} <span className="tabular text-xs text-muted-foreground">{r.sourceNumber(source)}</span>
            <blockquote className="mt-0.5 border-s-3 ps-3 break-words text-muted-foreground">
              {quote}
            </blockquote>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SourcesProps {
  sources: readonly Source[];
  /** The address that shows a line of a file; null where nothing shows it. */
  linkTo: (path: string, line: number) => string | null;
}

/** Where it comes from, numbered as the claims name it. */
export function Sources({ sources, linkTo }: SourcesProps) {
  return (
    <section className="mt-5 border-t pt-3 text-sm">
      <h3 className="mb-1.5 text-xs font-semibold text-muted-foreground">{r.sources}</h3>
      {sources.length === 0 ? (
        <p className="text-warning">{r.noSources}</p>
      ) : (
        <ol className="grid list-decimal gap-1 ps-5">
          {sources.map((source, index) => (
            <li key={index} className="break-words">
              <SourceName source={source} linkTo={linkTo} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Only addresses of the web are links: the text comes from agents. */
function SourceName({
  source: { title, url, path, line },
  linkTo,
}: {
  source: Source;
  linkTo: SourcesProps['linkTo'];
}) {
  const place = path && line ? `${path}:${line}` : path;
  if (url && /^https?:\/\//.test(url)) {
    return (
      <a href={url} target="_blank" rel="noreferrer nofollow" className="link">
        {title}
        <ExternalLink aria-label={m.markdown.leadsAway} className="ms-0.5 inline size-3" />
      </a>
    );
  }
  const address = path && line ? linkTo(path, line) : null;
  return (
    <>
      {title !== path && title !== place && `${title} `}
      {address ? (
        <Link to={address} preventScrollReset className="link font-mono text-xs">
          {place}
        </Link>
      ) : (
        <code className="text-xs text-muted-foreground">{place}</code>
      )}
    </>
  );
}
