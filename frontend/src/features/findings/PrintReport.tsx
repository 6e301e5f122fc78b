import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { SeverityLabel } from '@/components/common/Severity';
import { m } from '@/i18n/messages';
import type { Issue } from '@/types/review';
import { sourceLabel } from './facetLabels';
import { placeOf } from './exports';

/** The listed findings in full, for paper: the list on the screen draws only what is in sight. Made when printing begins. */
export function PrintReport({ listed }: { listed: readonly Issue[] }) {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  if (!printing) return null;
  return (
    <ol className="hidden px-6 print:block">
      {listed.map((issue) => (
        <li key={issue.id} className="break-inside-avoid border-t py-3 text-sm">
          <p className="flex gap-3">
            <SeverityLabel severity={issue.severity} />
            <span>{m.results.categories[issue.category]}</span>
            <span className="ms-auto font-mono text-xs">{placeOf(issue)}</span>
          </p>
          <p className="font-medium">{issue.message}</p>
          {issue.quote && (
            <pre className="my-1 border-s-2 ps-2 text-xs whitespace-pre-wrap">{issue.quote}</pre>
          )}
          {issue.suggestion && <p>{issue.suggestion}</p>}
          <p className="text-xs text-muted-foreground">
            {[
              issue.rule_id,
              ...issue.cwe,
              m.results.shelf[issue.shelf],
              ...issue.sources.map(sourceLabel),
            ].join(' · ')}
          </p>
        </li>
      ))}
    </ol>
  );
}
