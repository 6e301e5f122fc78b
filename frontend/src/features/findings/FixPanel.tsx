import { Check, Undo2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { LineDiff } from '@/components/code/LineDiff';
import { m } from '@/i18n/messages';
import type { Fix, Issue } from '@/types/review';
import { lineChangeOf } from './fixes';
import type { Fixes } from './useFixes';

interface FixPanelProps {
  finding: Issue;
  fix: Fix;
  /** The submitted text of the file. */
  source: string;
  fixes: Fixes;
}

/** The fix as lines that go and come, applied to the code on the page and taken back. */
export function FixPanel({ finding, fix, source, fixes }: FixPanelProps) {
  const change = lineChangeOf(source, fix);
  const applied = fixes.isApplied(finding);
  const possible = applied || fixes.isPossible(finding);
  if (!change) return null;
  return (
    <div className="mt-3">
      {fix.description && <p className="mb-1.5">{fix.description}</p>}
      <LineDiff change={change} />
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {applied ? (
          <Button variant="outline" onClick={() => fixes.undo(finding)}>
            <Undo2 aria-hidden />
            {m.results.undo}
          </Button>
        ) : (
          <Button disabled={!possible} onClick={() => fixes.apply(finding)}>
            <Check aria-hidden />
            {m.results.apply}
          </Button>
        )}
        <span role="status" className="text-xs text-muted-foreground">
          {applied && m.results.applied}
          {!possible && m.results.stale}
        </span>
      </div>
    </div>
  );
}
