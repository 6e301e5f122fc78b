import { ExternalLink } from 'lucide-react';
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

/** Where it comes from, numbered as the claims name it. */
export function Sources({ sources }: { sources: readonly Source[] }) {
  return (
    <section className="mt-5 border-t pt-3 text-sm">
      <h3 className="mb-1.5 text-xs font-semibold text-muted-foreground">{r.sources}</h3>
      {sources.length === 0 ? (
        <p className="text-warning">{r.noSources}</p>
      ) : (
        <ol className="grid list-decimal gap-1 ps-5">
          {sources.map((source, index) => (
            <li key={index} className="break-words">
              <SourceName source={source} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Only addresses of the web are links: the text comes from agents. */
function SourceName({ source: { title, url, path, line } }: { source: Source }) {
  const place = path && line ? `${path}:${line}` : path;
  if (url && /^https?:\/\//.test(url)) {
    return (
      <a href={url} target="_blank" rel="noreferrer nofollow" className="link">
        {title}
        <ExternalLink aria-label={m.markdown.leadsAway} className="ms-0.5 inline size-3" />
      </a>
    );
  }
  return (
    <>
      {title} {place !== title && <code className="text-xs text-muted-foreground">{place}</code>}
    </>
  );
}
