import { useId, useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import { InlineError } from '@/components/common/ErrorState';
import { Estimate } from '@/components/common/Estimate';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/textarea';
import { answering, useAsk, useQuestions, type Answering } from '@/hooks/useQuestions';
import { formatNumber } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { byteLength } from '@/services/readFiles';
import type { Issue, SourceFile } from '@/types/review';
import { Question } from './Question';
import type { FindingsAddress } from './useFindingsAddress';

const q = m.results.questions;
const longest = 4000;
const nearlyTooLong = 3500;

interface AskPartProps {
  jobId: string;
  finding: Issue;
  files: readonly SourceFile[];
  address: Pick<FindingsAddress, 'linkToLine'>;
  workflow: Answering;
}

/** What was asked about the finding, with the answers, and the field for another question. */
export function AskPart({ jobId, finding, files, address, workflow }: AskPartProps) {
  const { questions, error } = useQuestions(jobId, finding.id);
  const [text, setText] = useState('');
  const ask = useAsk(jobId, finding.id);
  const hint = useId();
  const question = text.trim();
  const ready = question !== '' && !ask.isPending;
  const send = (): void => {
    if (ready) ask.ask(question, () => setText(''));
  };
  const linkTo = (path: string, line: number): string | null =>
    files.some((file) => file.path === path) ? address.linkToLine(path, line) : null;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    send();
  };
  const sendByKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
  };
  return (
    <div className="grid gap-3">
      {error && <InlineError error={error} lead={q.unread} />}
      {questions.length > 0 && (
        <ol aria-label={q.asked} className="grid gap-3">
          {questions.map((asked) => (
            <Question key={asked.job_id} asked={asked} linkTo={linkTo} onAgain={setText} />
          ))}
        </ol>
      )}
      <form onSubmit={submit} className="grid gap-2">
        <Textarea
          aria-label={q.label}
          aria-describedby={hint}
          aria-keyshortcuts="Control+Enter"
          placeholder={q.placeholder}
          maxLength={longest}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={sendByKey}
        />
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <span id={hint} className="text-xs text-muted-foreground">
            {text.length >= nearlyTooLong ? q.left(formatNumber(longest - text.length)) : q.hint}
          </span>
          <Button type="submit" size="sm" variant="outline" className="ms-auto" disabled={!ready}>
            {ask.isPending ? q.asking : q.ask}
          </Button>
        </div>
        {question !== '' && (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs">
            <Estimate
              takes={workflow.typical_seconds}
              workflow={answering}
              project={null}
              files={files.map(({ path, content }) => ({ path, bytes: byteLength(content) }))}
            />
          </div>
        )}
        {ask.isError && <InlineError error={ask.error} lead={q.notAsked} />}
      </form>
    </div>
  );
}
