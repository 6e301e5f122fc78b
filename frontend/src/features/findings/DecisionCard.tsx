import { ChevronRight, CircleAlert, CircleCheck, CircleDot, CircleX, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { Markdown } from '@/components/common/Markdown';
import { Prose } from '@/components/common/Prose';
import { Card } from '@/components/ui/card';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { DecisionPart, Outcome, ReviewDecision } from '@/types/review';

const looks: Record<Outcome, readonly [icon: LucideIcon, color: string]> = {
  APPROVE: [CircleCheck, 'text-success'],
  NEEDS_WORK: [CircleDot, 'text-warning'],
  REJECT: [CircleX, 'text-destructive'],
  FAILED: [CircleAlert, 'text-destructive'],
};

function OutcomeIcon({ outcome }: { outcome: Outcome }) {
  const [Icon, color] = looks[outcome];
  return <Icon aria-hidden className={cn('size-5 shrink-0', color)} />;
}

/** The answer first, then what each part of the review said for itself. */
export function DecisionCard({
  decision: { decision, summary, reasons, parts },
}: {
  decision: ReviewDecision;
}) {
  const [, color] = looks[decision];
  return (
    <Card>
      <div className="flex items-start gap-2.5 px-4 pt-4 pb-3">
        <OutcomeIcon outcome={decision} />
        <div className="min-w-0">
          <h2 className={cn('font-semibold', color)}>{m.runs.outcomes[decision]}</h2>
          <Markdown text={summary} className="mt-1 max-w-[75ch]" />
          {/* Without agents the summary is the reasons. */}
          {parts.length > 0 && reasons.length > 0 && (
            <ul
              aria-label={m.results.reasons}
              className="mt-2 grid max-w-[75ch] list-disc gap-1 ps-5 text-sm"
            >
              {reasons.map((reason) => (
                <li key={reason}>
                  <Prose text={reason} />
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
      {parts.length > 0 && (
        <ul className="divide-y border-t">
          {parts.map((part) => (
            <Part key={part.name} part={part} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Part({ part: { name, agent, outcome, summary } }: { part: DecisionPart }) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex min-h-10 w-full items-center gap-x-2.5 px-4 py-2 text-start text-sm -outline-offset-2 hover:bg-accent touch:min-h-11"
      >
        <ChevronRight
          aria-hidden
          className={cn(
            'size-4 shrink-0 text-muted-foreground transition-transform duration-150',
            open && 'rotate-90',
          )}
        />
        <OutcomeIcon outcome={outcome} />
        <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2.5">
          <span className="font-medium">{m.results.parts[name] ?? m.workflow[name] ?? name}</span>{' '}
          <span className="text-muted-foreground">{m.runs.outcomes[outcome]}</span>{' '}
          <span className="text-xs text-muted-foreground sm:ms-auto">{m.running.agents[agent] ?? agent}</span>
        </span>
      </button>
      {open && <Markdown text={summary} className="max-w-[75ch] px-4 pt-1 pb-4 md:ps-16" />}
    </li>
  );
}
