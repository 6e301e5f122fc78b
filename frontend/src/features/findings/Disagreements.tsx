import { Scale } from 'lucide-react';
import { Prose } from '@/components/common/Prose';
import { SeverityLabel } from '@/components/common/Severity';
import { m } from '@/i18n/messages';
import type { Issue } from '@/types/review';
import { sourceLabel } from './facetLabels';

const d = m.results.disagreement;

/** What agents hold against the finding, beside what those say who report it: the reader judges. */
export function Disagreements({ finding }: { finding: Issue }) {
  const { disagreements = [] } = finding;
  if (disagreements.length === 0) return null;
  return (
    <div className="mt-3 rounded-md border p-3">
      <h4 className="flex items-center gap-1.5 font-medium">
        <Scale aria-hidden className="size-4 shrink-0 text-warning" />
        {d.title}
      </h4>
      <ul className="mt-2 grid gap-2.5">
        <li className="flex flex-wrap items-center gap-x-2">
          {finding.sources.map(sourceLabel).join(', ')}
          <SeverityLabel severity={finding.severity} />
        </li>
        {disagreements.map(({ agent, reason, severity }) => (
          <li key={`${agent} ${reason}`}>
            <span className="flex flex-wrap items-center gap-x-2">
              {sourceLabel(agent)}
              {severity ? (
                <SeverityLabel severity={severity} />
              ) : (
                <span className="font-medium">{d.wrong}</span>
              )}
            </span>
            <Prose text={reason} className="text-muted-foreground" />
          </li>
        ))}
      </ul>
    </div>
  );
}
