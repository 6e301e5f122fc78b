import { Check, ClipboardCopy, Gavel, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { m } from '@/i18n/messages';
import type { Issue, SourceFile } from '@/types/review';
import { copied } from './copied';
import { promptOf, sourcesOf } from './exports';
import type { Decisions } from './useDecisions';
import type { Fixes } from './useFixes';
import type { Selection } from './useSelection';

interface SelectionBarProps {
  selection: Selection;
  listed: readonly Issue[];
  files: readonly SourceFile[];
  fixes: Fixes;
  decisions: Decisions;
  onApply: (issues: readonly Issue[]) => void;
}

const words = m.results.selection;

/** What can be done to all selected findings at once. On phones it stands below the list, whose rows must not move away from the finger. */
export function SelectionBar({ selection, listed, files, fixes, decisions, onApply }: SelectionBarProps) {
  const { selected } = selection;
  if (selected.length === 0) return null;
  const fixable = selected.filter((issue) => !fixes.isApplied(issue) && fixes.isPossible(issue));
  return (
    <div
      role="group"
      aria-label={words.label}
      className="flex animate-fade flex-wrap items-center gap-2 border-t bg-muted px-4 py-1.5 text-sm max-lg:sticky max-lg:bottom-0 max-lg:z-20 max-lg:order-last max-md:bottom-[calc(3.5rem+env(safe-area-inset-bottom))] md:px-6 print:hidden"
    >
      <output className="tabular me-1 font-medium">{words.count(selected.length)}</output>
      {fixable.length > 0 && (
        <Button variant="outline" size="sm" onClick={() => onApply(fixable)}>
          <Check aria-hidden />
          {words.apply(fixable.length)}
        </Button>
      )}
      <Button variant="outline" size="sm" onClick={() => decisions.ask(...selected)}>
        <Gavel aria-hidden />
        {m.results.triage.open}
      </Button>
      <Button variant="outline" size="sm" onClick={() => copied(promptOf(selected, sourcesOf(files)))}>
        <ClipboardCopy aria-hidden />
        <span className="max-sm:sr-only">{m.results.exports.prompt}</span>
      </Button>
      <span className="ms-auto flex gap-1">
        {selected.length < listed.length && (
          <Button variant="ghost" size="sm" onClick={selection.all}>
            {words.all(listed.length)}
          </Button>
        )}
        <Button variant="ghost" size="sm" onClick={selection.clear}>
          <X aria-hidden className="sm:hidden" />
          <span className="max-sm:sr-only">{words.clear}</span>
        </Button>
      </span>
    </div>
  );
}
