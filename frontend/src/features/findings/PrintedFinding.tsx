import { LineDiff } from '@/components/code/LineDiff';
import { Prose } from '@/components/common/Prose';
import { SeverityLabel } from '@/components/common/Severity';
import { confidenceWord, weaknessName, whyItMatters } from '@/components/common/weaknessWords';
import { m } from '@/i18n/messages';
import type { Issue, SourceFile } from '@/types/review';
import { dedent } from '@/utils/dedent';
import { Decided } from './DecisionPart';
import { Disagreements } from './Disagreements';
import { placeOf } from './exports';
import { sourceLabel } from './facetLabels';
import { lineChangeOf } from './fixes';

interface PrintedFindingProps {
  finding: Issue;
  files: readonly SourceFile[];
}

const d = m.results;

/** One finding on paper, in the order of the detail: what, where, why it matters, how to fix it, how sure, what was decided. */
export function PrintedFinding({ finding, files }: PrintedFindingProps) {
  const { severity, category, change, message, quote, related, suggestion, fix, triage } = finding;
  const source = files.find(({ path }) => path === finding.file_path)?.content ?? null;
  const fixed = fix && source !== null ? lineChangeOf(source, fix) : null;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-1.5 border-t py-3">
      <div className="break-inside-avoid">
        <p className="flex gap-3">
          <SeverityLabel severity={severity} className="shrink-0" />
          <span className="shrink-0">{d.categories[category]}</span>
          {change && change !== 'unchanged' && <span className="shrink-0">{d.change[change]}</span>}
          <span className="ms-auto text-end font-mono text-xs leading-5 break-all">{placeOf(finding)}</span>
        </p>
        <h3 className="mt-1 font-semibold break-words">{message}</h3>
        {quote && (
          <pre className="my-1.5 border-s-2 ps-2 text-xs leading-5 break-words whitespace-pre-wrap">
            {dedent(quote)}
          </pre>
        )}
        <p>{whyItMatters(finding)}</p>
      </div>
      {related.length > 0 && (
        <ol aria-label={d.relatedLabel} className="grid list-decimal gap-1 ps-5">
          {related.map(({ file_path: path, line, message: step }, index) => (
            <li key={index}>
              {step} <span className="font-mono text-xs break-all">{`${path}:${line}`}</span>
            </li>
          ))}
        </ol>
      )}
      {suggestion && (
        <div className="break-inside-avoid">
          <h4 className="text-xs font-medium text-muted-foreground">{d.howToFix}</h4>
          <Prose text={suggestion} />
        </div>
      )}
      {fixed && (
        <div className="break-inside-avoid">
          <LineDiff change={fixed} />
        </div>
      )}
      <Disagreements finding={finding} />
      {triage.state !== 'open' && <Decided triage={triage} />}
      <p className="text-xs text-muted-foreground">{surenessOf(finding)}</p>
    </li>
  );
}

/** `By an analyser · Almost certain · Sonar rules · python:S2077 · CWE-89 SQL injection`. */
function surenessOf({ shelf, confidence, sources, rule_id, cwe }: Issue): string {
  return [
    d.shelf[shelf],
    confidenceWord(confidence),
    sources.map(sourceLabel).join(', '),
    rule_id,
    ...cwe.map((id) => [id, weaknessName(id)].filter(Boolean).join(' ')),
  ].join(' · ');
}
