import { Check, Columns2, Undo2 } from 'lucide-react';
import { LineDiff } from '@/components/code/LineDiff';
import { SideBySide } from '@/components/code/SideBySide';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogContent, DialogFooter, DialogTrigger } from '@/components/ui/dialog';
import { m } from '@/i18n/messages';
import type { Fix, Issue } from '@/types/review';
import { lineChangeOf, withContext } from './fixes';
import type { Fixes } from './useFixes';

interface FixPanelProps {
  finding: Issue;
  fix: Fix;
  /** The submitted text of the file. */
  source: string;
  fixes: Fixes;
}

const d = m.results;

/** The fix as lines that go and come, or side by side; applied to the code on the page, and taken back. */
export function FixPanel({ finding, fix, source, fixes }: FixPanelProps) {
  const change = lineChangeOf(source, fix);
  if (!change) return <p className="mt-2 text-warning">{d.misplaced}</p>;
  const actions = <FixActions finding={finding} fixes={fixes} />;
  return (
    <div className="mt-3">
      {fix.description && fix.description !== finding.suggestion && (
        <p className="mb-1.5">{fix.description}</p>
      )}
      <LineDiff change={change} />
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {actions}
        <Dialog>
          <DialogTrigger asChild>
            <Button variant="outline">
              <Columns2 aria-hidden />
              {d.sideBySide}
            </Button>
          </DialogTrigger>
          <DialogContent
            title={fix.description || d.howToFix}
            description={`${finding.file_path}:${fix.line}`}
            closeLabel={m.commands.close}
            className="w-[min(76rem,calc(100vw-2rem))]"
          >
            <DialogBody>
              <SideBySide change={withContext(source, change)} />
            </DialogBody>
            <DialogFooter className="items-center">{actions}</DialogFooter>
          </DialogContent>
        </Dialog>
      </div>
    </div>
  );
}

function FixActions({ finding, fixes }: { finding: Issue; fixes: Fixes }) {
  const applied = fixes.isApplied(finding);
  const possible = applied || fixes.isPossible(finding);
  const inTheWay = possible ? null : fixes.inTheWayOf(finding);
  return (
    <>
      {applied ? (
        <Button variant="outline" onClick={() => fixes.undo(finding)}>
          <Undo2 aria-hidden />
          {d.undo}
        </Button>
      ) : (
        <Button disabled={!possible} onClick={() => fixes.apply(finding)}>
          <Check aria-hidden />
          {d.apply}
        </Button>
      )}
      {inTheWay && (
        <Button variant="outline" onClick={() => fixes.undo(inTheWay)}>
          <Undo2 aria-hidden />
          {d.undoOther}
        </Button>
      )}
      <span role="status" className="order-last basis-full text-xs text-muted-foreground empty:hidden">
        {applied && d.applied}
        {!possible && (inTheWay ? d.staleBy(inTheWay.line ?? 1, inTheWay.message) : d.stale)}
      </span>
    </>
  );
}
