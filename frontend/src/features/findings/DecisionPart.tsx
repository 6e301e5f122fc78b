import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { formatDateTime, formatDay } from '@/i18n/format';
import { m } from '@/i18n/messages';
import type { Issue } from '@/types/review';
import type { Decisions } from './useDecisions';

const words = m.results.triage;

/** What was decided, why, when and for how long. */
export function Decided({ triage }: Pick<Issue, 'triage'>) {
  const { state, reason, comment, decided_at, expires_at } = triage;
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-center gap-2">
        <Badge className="text-foreground">{words.states[state]}</Badge>
        {reason && <span>{words.reasons[reason]}</span>}
        <span className="text-xs text-muted-foreground">
          {decided_at && words.decidedAt(formatDateTime(decided_at))}{' '}
          {expires_at && words.until(formatDay(expires_at.slice(0, 10)))}
        </span>
      </p>
      {comment && <p className="break-words whitespace-pre-wrap">{comment}</p>}
    </div>
  );
}

/** What was decided about the finding, and the way to decide. */
export function DecisionPart({ finding, decisions }: { finding: Issue; decisions: Decisions }) {
  const decided = finding.triage.state !== 'open';
  return (
    <>
      {decided ? (
        <Decided triage={finding.triage} />
      ) : (
        <p className="text-muted-foreground">{words.undecided}</p>
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        {!decided && (
          <Button
            variant="outline"
            size="sm"
            onClick={() => decisions.decide([finding], { state: 'accepted' })}
          >
            {words.accept}
          </Button>
        )}
        <Button variant="outline" size="sm" aria-keyshortcuts="E" onClick={() => decisions.ask(finding)}>
          {decided ? words.change : `${words.dismiss}…`}
        </Button>
        {decided && (
          <Button variant="ghost" size="sm" onClick={() => decisions.decide([finding], { state: 'open' })}>
            {words.reopen}
          </Button>
        )}
      </div>
    </>
  );
}
