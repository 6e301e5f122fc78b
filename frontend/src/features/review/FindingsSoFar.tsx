import { SeverityIcon } from '@/components/common/Severity';
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

/** Findings in the order they came: nothing moves under the pointer while more arrive. */
export function FindingsSoFar({ findings, picked, onPick, ended = false }: FindingsSoFarProps) {
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
        <ul className="min-h-0 flex-1 overflow-auto pb-2">
          {findings.map((finding) => (
            <li key={finding.id} className="animate-arrive">
              <button
                type="button"
                aria-pressed={finding.id === picked}
                onClick={() => onPick(finding.id)}
                className={cn(
                  'flex w-full items-start gap-2.5 px-4 py-2 text-left text-sm -outline-offset-2 hover:bg-accent',
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
      )}
      <p className="border-t px-4 py-2 text-xs text-muted-foreground">
        {ended ? m.ended.provisional : m.running.provisional}
      </p>
    </section>
  );
}
