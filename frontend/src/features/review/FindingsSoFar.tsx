import { SeverityIcon } from '@/components/common/Severity';
import { useMediaQuery } from '@/hooks/useMediaQuery';
import { useWindowedRows } from '@/hooks/useWindowedRows';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { Issue } from '@/types/review';

interface FindingsSoFarProps {
  findings: readonly Issue[];
  picked: string | null;
  onPick: (id: string) => void;
  /** The review stopped before its findings were final. */
  ended?: boolean;
}

/** Two lines of message and the place. */
const rowPx = 74;
const heightOf = (): number => rowPx;

/** Findings in the order they came: nothing moves under the pointer while more arrive. */
export function FindingsSoFar({ findings, picked, onPick, ended = false }: FindingsSoFarProps) {
  const scrolls = useMediaQuery('(min-width: 1024px)');
  const { ref, from, to, before, after } = useWindowedRows(findings.length, heightOf, !scrolls);
  return (
    <section aria-labelledby="findings-title" className="flex min-h-0 flex-col">
      <div className="flex items-baseline justify-between gap-2 px-4 pt-3 pb-2">
        <h2 id="findings-title" className="text-xs font-semibold text-muted-foreground">
          {m.running.findings}
        </h2>
        <span role="status" className="tabular text-xs text-muted-foreground">
          {findings.length > 0 &&
            (ended ? m.results.count(findings.length) : m.running.findingsSoFar(findings.length))}
        </span>
      </div>
      {findings.length === 0 ? (
        <p className="px-4 pb-4 text-sm text-muted-foreground">
          {ended ? m.ended.noFindings : m.running.noFindings}
        </p>
      ) : (
        <div ref={ref} className={cn(scrolls && 'min-h-0 flex-1 overflow-auto')}>
          <ul style={{ paddingTop: before, paddingBottom: after }}>
            {findings.slice(from, to).map((finding) => (
              <li key={finding.id} style={{ height: rowPx }}>
                <button
                  type="button"
                  aria-pressed={finding.id === picked}
                  onClick={() => onPick(finding.id)}
                  className={cn(
                    'flex h-full w-full items-start gap-2.5 overflow-hidden px-4 py-2 text-start text-sm -outline-offset-2 hover:bg-accent',
                    finding.id === picked && 'bg-accent',
                  )}
                >
                  <SeverityIcon severity={finding.severity} className="mt-0.5" />
                  <span className="min-w-0">
                    <span className="line-clamp-2">{finding.message}</span>
                    <span className="tabular block truncate text-xs text-muted-foreground">
                      {finding.file_path}
                      {finding.line !== null && `:${finding.line}`}
                    </span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="border-t px-4 py-2 text-xs text-muted-foreground">
        {ended ? m.ended.provisional : m.running.provisional}
      </p>
    </section>
  );
}
