import { CircleCheck, CircleX, Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { CopyButton } from '@/components/common/CopyButton';
import { Markdown, Task } from '@/components/common/Markdown';
import { Claims, Sources } from '@/components/job/Grounds';
import { Button } from '@/components/ui/button';
import { Card, CardContent, CardHeader } from '@/components/ui/card';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { Execution, Plan as PlanOf, PlanStep, RunResult as Result } from '@/types/execution';
import { assertNever } from '@/utils/assertNever';
import { download } from '@/utils/download';

const r = m.runs.results;

/** What came of the run, in the form that its kind asks for. */
export function RunResult({ result, about }: { result: Result; about: Execution['about'] }) {
  switch (result.kind) {
    case 'document':
      return (
        <>
          <Notes result={result} />
          <Document title={result.title} markdown={result.markdown} />
        </>
      );
    case 'plan':
      return <Plan plan={result} />;
    case 'answer':
      return (
        <>
          <Notes result={result} />
          <Document title={r.answer} markdown={result.markdown}>
            <Claims claims={result.claims ?? []} />
            <Sources
              sources={result.sources}
              linkTo={(path, line) => (about ? addressOfLine(about, path, line) : null)}
            />
          </Document>
        </>
      );
    default:
      return assertNever(result);
  }
}

/** Where the code that was asked about is shown, with the finding that was asked about. */
function addressOfLine(
  { job_id, issue_id }: NonNullable<Execution['about']>,
  path: string,
  line: number,
): string {
  const search = new URLSearchParams({ finding: issue_id, view: 'code', at: `${path}:${line}` });
  return `/reviews/${job_id}?${search.toString()}`;
}

interface DocumentProps {
  title: string;
  markdown: string;
  /** Its beginning, where the rest is shown in another form. */
  shown?: string;
  children?: ReactNode;
}

/** A text to read, to copy and to take along. */
function Document({ title, markdown, shown = markdown, children }: DocumentProps) {
  return (
    <Card>
      <CardHeader title={title}>
        <div className="-my-1 flex flex-wrap gap-1 print:hidden">
          <CopyButton text={() => markdown} label={r.copy} doneLabel={r.copied} />
          <Button
            variant="ghost"
            size="sm"
            onClick={() => download(`${fileNameOf(title)}.md`, 'text/markdown', markdown)}
          >
            <Download aria-hidden />
            {r.download}
          </Button>
        </div>
      </CardHeader>
      <CardContent>
        <Markdown text={shown} className="max-w-[75ch]" />
        {children}
      </CardContent>
    </Card>
  );
}

function fileNameOf(title: string): string {
  return (
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-|-$/g, '') || 'document'
  );
}

/** What is missing of the result, in its own words. */
function Notes({ result: { complete = true, notes = [] } }: { result: Result }) {
  if (complete && notes.length === 0) return null;
  return (
    <section
      className={cn('rounded-md border border-s-3 px-4 py-2.5 text-sm', !complete && 'border-s-warning')}
    >
      <h2 className="font-medium">{complete ? r.notes : r.incomplete}</h2>
      {notes.length > 0 && (
        <ul className="mt-1 grid list-disc gap-1 ps-5 text-muted-foreground">
          {notes.map((note, index) => (
            <li key={index}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Steps({ steps }: { steps: readonly PlanStep[] }) {
  if (steps.length === 0) return null;
  return (
    <ol className="mt-4 grid max-w-[75ch] list-decimal gap-4 border-t ps-6 pt-4">
      {steps.map(({ title, detail, based_on: sources, rollback }, index) => (
        <li key={index} className="ps-1">
          <h3 className="font-medium">{title}</h3>
          <Markdown text={detail} level={4} />
          {rollback && (
            <p className="mt-1 text-sm">
              <span className="font-medium">{r.rollback}:</span> {rollback}
            </p>
          )}
          {sources.length > 0 && (
            <p className="mt-1 text-xs text-muted-foreground">
              {r.basedOn}: {sources.join(', ')}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function Plan({ plan }: { plan: PlanOf }) {
  const { summary, markdown, steps = [], risks = [], checklist, decision } = plan;
  const Decided = decision === 'approve' ? CircleCheck : CircleX;
  return (
    <div className="grid gap-4">
      {decision && (
        <p className="flex items-center gap-2 font-medium">
          <Decided
            aria-hidden
            className={cn('size-5 shrink-0', decision === 'approve' ? 'text-success' : 'text-destructive')}
          />
          {r.planDecision[decision]}
        </p>
      )}
      <Notes result={plan} />
      <Document title={r.plan} markdown={markdown ?? summary} shown={steps.length > 0 ? summary : undefined}>
        <Steps steps={steps} />
        <p className="mt-4 border-t pt-3 text-sm text-muted-foreground">{r.nothingDeployed}</p>
      </Document>
      {risks.length > 0 && (
        <Card>
          <CardHeader title={r.risks} />
          <CardContent>
            <ul className="grid list-disc gap-1 ps-5">
              {risks.map((risk, index) => (
                <li key={index}>
                  <Markdown text={risk} />
                </li>
              ))}
            </ul>
          </CardContent>
        </Card>
      )}
      {checklist.length > 0 && (
        <Card>
          <CardHeader title={r.checklist} description={r.checklistText} />
          <CardContent>
            <ul className="grid gap-2">
              {checklist.map(({ text, done }, index) => (
                <li key={index} className="flex gap-2">
                  <Task done={done ?? false} />
                  <Markdown text={text} className="min-w-0" />
                </li>
              ))}
            </ul>
          </CardContent>
        </Card>
      )}
    </div>
  );
}
