import { useState } from 'react';
import { decisionOf, useTriage } from '@/hooks/useTriage';
import { m } from '@/i18n/messages';
import { problemOf } from '@/services/problem';
import { toast } from '@/store/toastStore';
import type { Issue, TriageDecision } from '@/types/review';

const words = m.results.triage;

/** Decides about findings, says what became of it, and takes it back. */
export function useDecisions(jobId: string) {
  const { mutate } = useTriage(jobId);
  /** What the dialog asks about. */
  const [asked, setAsked] = useState<readonly Issue[]>([]);

  const decide = (issues: readonly Issue[], decision: TriageDecision): void => {
    setAsked([]);
    mutate(
      issues.map((issue) => ({ issue, decision })),
      {
        onSuccess: ({ done, failures }) => {
          if (failures.length > 0) toast({ kind: 'failed', text: refusalOf(failures) });
          if (done.length === 0) return;
          const back = done.map(({ issue }) => ({ issue: { ...issue }, decision: decisionOf(issue) }));
          toast({
            kind: 'done',
            text: words.done(done.length, words.states[decision.state]),
            action: { label: m.toast.undo, run: () => mutate(back) },
          });
        },
      },
    );
  };

  return {
    asked,
    ask: (...issues: readonly Issue[]) => setAsked(issues),
    cancel: () => setAsked([]),
    decide,
  };
}

export type Decisions = ReturnType<typeof useDecisions>;

function refusalOf(failures: readonly unknown[]): string {
  const { detail, requestId } = problemOf(failures[0]);
  return [`${words.failed(failures.length)}.`, detail, requestId && `${m.errors.requestId} ${requestId}`]
    .filter(Boolean)
    .join(' ');
}
