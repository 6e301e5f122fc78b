import { InlineError } from '@/components/common/ErrorState';
import { Button } from '@/components/ui/button';
import { useCommands } from '@/hooks/useCommands';
import { m } from '@/i18n/messages';
import type { Fixes } from './useFixes';
import type { ReviewAgain } from './useReviewAgain';

interface FixedBarProps {
  fixes: Fixes;
  again: ReviewAgain;
}

/** How many fixes are applied to the code on the page, and the ways on from there. */
export function FixedBar({ fixes, again }: FixedBarProps) {
  return fixes.count === 0 ? null : <Applied {...{ fixes, again }} />;
}

function Applied({ fixes, again }: FixedBarProps) {
  useCommands([
    {
      id: 'finding review changed',
      group: m.commands.groups.here,
      keys: 'r',
      label: m.results.reviewChanged,
      run: again.now,
    },
  ]);
  return (
    <div className="grid gap-1 border-t bg-muted px-4 py-1.5 text-sm md:px-6 print:hidden">
      <div className="flex flex-wrap items-center gap-2">
        <span role="status">{m.results.fixesApplied(fixes.count)}</span>
        <span className="ms-auto flex flex-wrap gap-2">
          <Button variant="ghost" size="sm" onClick={fixes.undoAll}>
            {m.results.undoAll}
          </Button>
          <Button variant="outline" size="sm" onClick={again.edit}>
            {m.results.editChanged}
          </Button>
          <Button size="sm" disabled={again.pending} onClick={again.now}>
            {again.pending ? m.submit.submitting : m.results.reviewChanged}
          </Button>
        </span>
      </div>
      {again.error && <InlineError error={again.error} lead={m.submit.failed} />}
    </div>
  );
}
