import { ChevronDown, ChevronUp, Code } from 'lucide-react';
import type { ReactNode } from 'react';
import { CopyButton } from '@/components/common/CopyButton';
import { SeverityLabel } from '@/components/common/Severity';
import { Button } from '@/components/ui/button';
import { Tooltip } from '@/components/ui/tooltip';
import { formatPercent } from '@/i18n/format';
import { m } from '@/i18n/messages';
import type { Issue, SourceFile } from '@/types/review';
import { FixPanel } from './FixPanel';
import { RelatedPlaces } from './RelatedPlaces';
import type { FindingsAddress } from './useFindingsAddress';
import type { Fixes } from './useFixes';
import { Weakness } from './Weakness';

interface FindingDetailProps {
  finding: Issue;
  listed: readonly Issue[];
  address: FindingsAddress;
  fixes: Fixes;
  files: readonly SourceFile[];
  wide: boolean;
}

const d = m.results;

/** One finding, in the order of the questions: what, where, how to fix it, how sure. */
export function FindingDetail({ finding, listed, address, fixes, files, wide }: FindingDetailProps) {
  const source = files.find(({ path }) => path === finding.file_path)?.content ?? null;
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-5 p-4 text-sm">
      <header>
        <div className="mb-2 flex items-center gap-1">
          <SeverityLabel severity={finding.severity} />
          <span className="px-1 text-muted-foreground">{d.categories[finding.category]}</span>
          <Steps {...{ finding, listed, address }} />
        </div>
        <h2 className="text-base font-semibold break-words">{finding.message}</h2>
      </header>

      <Part title={d.where}>
        <p className="flex flex-wrap items-baseline justify-between gap-2">
          <span className="font-mono text-xs break-all">{finding.file_path}</span>
          <span className="tabular shrink-0 text-xs text-muted-foreground">
            {finding.line === null ? d.noLine : d.lines(finding.line, finding.end_line ?? finding.line)}
          </span>
        </p>
        {finding.quote && (
          <pre
            role="region"
            aria-label={d.quote}
            tabIndex={0}
            className="mt-2 overflow-x-auto rounded-md border bg-code p-2.5 text-xs leading-5"
          >
            {finding.quote}
          </pre>
        )}
        {!wide && source !== null && (
          <Button variant="outline" className="mt-2" onClick={() => address.show('code')}>
            <Code aria-hidden />
            {d.showInCode}
          </Button>
        )}
        <RelatedPlaces related={finding.related} />
      </Part>

      {(finding.suggestion ?? finding.fix) !== null && (
        <Part title={d.howToFix}>
          {finding.suggestion && <p className="break-words whitespace-pre-wrap">{finding.suggestion}</p>}
          {finding.fix && source !== null && (
            <FixPanel finding={finding} fix={finding.fix} source={source} fixes={fixes} />
          )}
        </Part>
      )}

      <Part title={d.howSure}>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
          <dt className="text-muted-foreground">{d.shelfTitle}</dt>
          <dd>{d.shelf[finding.shelf]}</dd>
          <dt className="text-muted-foreground">{d.confidence}</dt>
          <dd className="tabular">{formatPercent(finding.confidence)}</dd>
          <dt className="text-muted-foreground">{d.reportedBy}</dt>
          <dd>{finding.sources.map((source) => m.running.agents[source] ?? source).join(', ')}</dd>
          <dt className="text-muted-foreground">{d.rule}</dt>
          <dd className="font-mono text-xs leading-5 break-all">{finding.rule_id}</dd>
          {finding.cwe.length > 0 && (
            <>
              <dt className="text-muted-foreground">{d.weakness}</dt>
              <dd>
                <Weakness ids={finding.cwe} />
              </dd>
            </>
          )}
        </dl>
      </Part>

      <footer className="-ml-2">
        <CopyButton text={() => location.href} label={d.copyLink} doneLabel={d.copied} />
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

type StepsProps = Pick<FindingDetailProps, 'finding' | 'listed' | 'address'>;

/** To the finding before and after this one in the list. */
function Steps({ finding, listed, address }: StepsProps) {
  const index = listed.findIndex(({ id }) => id === finding.id);
  if (index < 0) return null;
  const previous = listed[index - 1];
  const next = listed[index + 1];
  return (
    <div className="ml-auto flex items-center">
      <span className="tabular mr-1 text-xs text-muted-foreground">
        {d.position(index + 1, listed.length)}
      </span>
      <Tooltip label={d.previous}>
        <Button
          variant="ghost"
          size="icon"
          aria-label={d.previous}
          disabled={!previous}
          onClick={() => previous && address.open(previous.id)}
        >
          <ChevronUp aria-hidden />
        </Button>
      </Tooltip>
      <Tooltip label={d.next}>
        <Button
          variant="ghost"
          size="icon"
          aria-label={d.next}
          disabled={!next}
          onClick={() => next && address.open(next.id)}
        >
          <ChevronDown aria-hidden />
        </Button>
      </Tooltip>
    </div>
  );
}
