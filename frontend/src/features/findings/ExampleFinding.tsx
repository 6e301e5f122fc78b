import type { ReactNode } from 'react';
import { LineDiff } from '@/components/code/LineDiff';
import { Prose } from '@/components/common/Prose';
import { SeverityLabel } from '@/components/common/Severity';
import { Weakness } from '@/components/common/Weakness';
import { confidenceWord, whyItMatters } from '@/components/common/weaknessWords';
import { Badge } from '@/components/ui/badge';
import { m } from '@/i18n/messages';
import type { Issue } from '@/types/review';
import { sourceLabel } from './facetLabels';
import { lineChangeOf } from './fixes';

const d = m.results;

interface ExampleFindingProps {
  finding: Issue;
  /** The text of its file. */
  source: string;
}

/** What a review says of one finding, without what can be done with it. */
export function ExampleFinding({ finding, source }: ExampleFindingProps) {
  const change = finding.fix && lineChangeOf(source, finding.fix);
  return (
    <div
      role="region"
      aria-label={d.detail}
      tabIndex={0}
      className="grid min-h-0 animate-fade content-start gap-4 overflow-auto px-4 py-3 text-sm -outline-offset-2"
    >
      <div>
        <div className="mb-1.5 flex items-center gap-2">
          <SeverityLabel severity={finding.severity} />
          <Badge>{d.categories[finding.category]}</Badge>
        </div>
        <h3 className="text-base font-semibold break-words">{finding.message}</h3>
      </div>
      <Part title={d.why}>
        <p>{whyItMatters(finding)}</p>
      </Part>
      {(finding.suggestion ?? change) !== null && (
        <Part title={d.howToFix}>
          {finding.suggestion && <Prose text={finding.suggestion} />}
          {change && (
            <div className="mt-2">
              <LineDiff change={change} />
            </div>
          )}
        </Part>
      )}
      <Part title={d.howSure}>
        <p>
          {d.shelf[finding.shelf]}. {confidenceWord(finding.confidence)}.
        </p>
        <p className="text-muted-foreground">
          {finding.sources.map(sourceLabel).join(', ')}, <code className="text-xs">{finding.rule_id}</code>
        </p>
        {finding.cwe.length > 0 && <Weakness ids={finding.cwe} />}
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h4 className="mb-1 text-xs font-semibold text-muted-foreground">{title}</h4>
      {children}
    </section>
  );
}
