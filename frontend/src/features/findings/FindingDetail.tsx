import { Crosshair, Scale } from 'lucide-react';
import type { ReactNode } from 'react';
import { InlineError } from '@/components/common/ErrorState';
import { Prose } from '@/components/common/Prose';
import { RuleName } from '@/components/common/RuleName';
import { SeverityLabel } from '@/components/common/Severity';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { formatPercent } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { useAnswering } from '@/hooks/useQuestions';
import type { Issue, SourceFile } from '@/types/review';
import { dedent } from '@/utils/dedent';
import { AskPart } from './AskPart';
import { sourceLabel } from './facetLabels';
import { DecisionPart } from './DecisionPart';
import { DetailSteps } from './DetailSteps';
import { Disagreements } from './Disagreements';
import { FindingExport } from './FindingExport';
import { FixPanel } from './FixPanel';
import { FlowSteps } from './FlowSteps';
import { RatingPart } from './RatingPart';
import type { Decisions } from './useDecisions';
import type { FindingsAddress } from './useFindingsAddress';
import type { Fixes } from './useFixes';
import type { PlaceInList } from './usePlaceInList';
import { Weakness } from '@/components/common/Weakness';
import { confidenceWord, whyItMatters } from '@/components/common/weaknessWords';

interface FindingDetailProps {
  jobId: string;
  finding: Issue;
  listed: readonly Issue[];
  place: PlaceInList;
  address: FindingsAddress;
  fixes: Fixes;
  decisions: Decisions;
  files: readonly SourceFile[];
  wide: boolean;
}

const d = m.results;

/** One finding, in the order of the questions: what, where, why it matters, how to fix it, how sure. */
export function FindingDetail({
  jobId,
  finding,
  listed,
  place,
  address,
  fixes,
  decisions,
  files,
  wide,
}: FindingDetailProps) {
  const source = files.find(({ path }) => path === finding.file_path)?.content ?? null;
  const { answers, error: notKnown } = useAnswering();
  const showCode = (): void => {
    if (!wide) address.show('code');
  };
  const showPlace = (): void => {
    address.showStep(null);
    showCode();
  };
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-5 px-4 pt-3 pb-5 text-sm">
      <header>
        <div className="-me-2 mb-1.5 flex items-center gap-2">
          <SeverityLabel severity={finding.severity} />
          <DetailSteps {...{ listed, place, address, wide }} />
        </div>
        <h2 className="text-base font-semibold break-words">{finding.message}</h2>
        <div className="mt-2 flex flex-wrap gap-2">
          <Badge>{d.categories[finding.category]}</Badge>
          {finding.change && finding.change !== 'unchanged' && (
            <Badge className="text-foreground" title={d.changeText[finding.change]}>
              {d.change[finding.change]}
            </Badge>
          )}
          {(finding.disagreements?.length ?? 0) > 0 && (
            <Badge className="text-foreground">
              <Scale aria-hidden className="size-3.5 text-warning" />
              {d.disagreement.title}
            </Badge>
          )}
        </div>
      </header>

      <Part title={d.where}>
        <p className="flex items-start justify-between gap-3">
          <span className="min-w-0 text-xs leading-5">
            <span className="font-mono break-all">{finding.file_path}</span>{' '}
            <span className="tabular ms-1 whitespace-nowrap text-muted-foreground">
              {finding.line === null ? d.noLine : d.lines(finding.line, finding.end_line ?? finding.line)}
            </span>
          </span>
          {source !== null && finding.line !== null && (
            <Button variant="ghost" size="sm" className="-my-1 -me-2" onClick={showPlace}>
              <Crosshair aria-hidden />
              {d.showInCode}
            </Button>
          )}
        </p>
        {finding.quote && (
          <pre
            role="region"
            aria-label={d.quote}
            tabIndex={0}
            className="mt-1.5 max-h-40 overflow-auto rounded-md border bg-code p-2.5 text-xs leading-5"
          >
            {dedent(finding.quote)}
          </pre>
        )}
        <FlowSteps finding={finding} address={address} onShown={showCode} />
      </Part>

      <Part title={d.why}>
        <p>{whyItMatters(finding)}</p>
      </Part>

      {(finding.suggestion ?? finding.fix) !== null && (
        <Part title={d.howToFix}>
          {finding.suggestion && <Prose text={finding.suggestion} />}
          {finding.fix && source !== null && (
            <FixPanel finding={finding} fix={finding.fix} source={source} fixes={fixes} />
          )}
        </Part>
      )}

      <Part title={d.howSure}>
        <p>
          <span className="font-medium">{d.shelf[finding.shelf]}.</span>{' '}
          <span className="text-muted-foreground">{d.shelfText[finding.shelf]}</span>
        </p>
        <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
          <dt className="text-muted-foreground">{d.confidence}</dt>
          <dd>
            {confidenceWord(finding.confidence)}{' '}
            <span className="tabular text-muted-foreground">({formatPercent(finding.confidence)})</span>
          </dd>
          <dt className="text-muted-foreground">{d.reportedBy}</dt>
          <dd>{finding.sources.map(sourceLabel).join(', ')}</dd>
          <dt className="text-muted-foreground">{d.rule}</dt>
          <dd>
            <RuleName id={finding.rule_id} />
          </dd>
          {finding.cwe.length > 0 && (
            <>
              <dt className="text-muted-foreground">{d.weakness}</dt>
              <dd>
                <Weakness ids={finding.cwe} />
              </dd>
            </>
          )}
        </dl>
        <Disagreements finding={finding} />
      </Part>

      {(answers ?? notKnown) && (
        <Part title={d.questions.title}>
          {answers && <AskPart key={finding.id} {...{ jobId, finding, files, address, workflow: answers }} />}
          {!answers && <InlineError error={notKnown} lead={d.questions.notKnown} />}
        </Part>
      )}

      <Part title={d.triage.title}>
        <DecisionPart finding={finding} decisions={decisions} />
      </Part>

      <Part title={d.rating.title}>
        <RatingPart jobId={jobId} finding={finding} />
      </Part>

      <footer className="-mx-2 border-t pt-2">
        <FindingExport finding={finding} files={files} />
      </footer>
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1.5 text-xs font-semibold text-muted-foreground">{title}</h3>
      {children}
    </section>
  );
}
