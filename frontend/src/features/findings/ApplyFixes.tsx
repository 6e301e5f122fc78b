import { Wand2 } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { LineDiff } from '@/components/code/LineDiff';
import { SeverityIcon } from '@/components/common/Severity';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog, DialogBody, DialogContent, DialogFooter } from '@/components/ui/dialog';
import { m } from '@/i18n/messages';
import type { Issue, SourceFile } from '@/types/review';
import { placeOf } from './exports';
import { lineChangeOf } from './fixes';
import type { Fixes } from './useFixes';

interface ApplyFixesProps {
  listed: readonly Issue[];
  files: readonly SourceFile[];
  fixes: Fixes;
  onApply: (issues: readonly Issue[]) => void;
}

const words = m.results.fixAll;
/** More than a person reads through at once. */
const mostPreviewed = 100;

/** Offers the fixes of the listed findings together, each to look at first. */
export function ApplyFixes({ listed, files, fixes, onApply }: ApplyFixesProps) {
  const [open, setOpen] = useState(false);
  const safe = useMemo(
    () =>
      listed.filter(
        (issue) => issue.shelf !== 'unverified' && !fixes.isApplied(issue) && fixes.isPossible(issue),
      ),
    [listed, fixes],
  );
  if (safe.length < 2 && !open) return null;
  return (
    <>
      <Button variant="outline" onClick={() => setOpen(true)}>
        <Wand2 aria-hidden />
        {words.open(safe.length)}
      </Button>
      <Dialog open={open} onOpenChange={setOpen}>
        {open && (
          <Preview
            issues={safe.slice(0, mostPreviewed)}
            files={files}
            onApply={(chosen) => {
              setOpen(false);
              onApply(chosen);
            }}
          />
        )}
      </Dialog>
    </>
  );
}

interface PreviewProps {
  issues: readonly Issue[];
  files: readonly SourceFile[];
  onApply: (issues: readonly Issue[]) => void;
}

function Preview({ issues, files, onApply }: PreviewProps) {
  const id = useId();
  const [left, setLeft] = useState<ReadonlySet<string>>(() => new Set());
  const chosen = issues.filter((issue) => !left.has(issue.id));
  const toggle = (issue: string): void => {
    const next = new Set(left);
    if (!next.delete(issue)) next.add(issue);
    setLeft(next);
  };
  return (
    <DialogContent
      title={words.title}
      description={words.text}
      closeLabel={m.commands.close}
      className="w-[min(52rem,calc(100vw-2rem))]"
    >
      <DialogBody>
        <ul className="grid gap-4">
          {issues.map((issue) => {
            const source = files.find(({ path }) => path === issue.file_path)?.content;
            const change = issue.fix && source !== undefined ? lineChangeOf(source, issue.fix) : null;
            return (
              <li key={issue.id} className="grid min-w-0 gap-2">
                <label htmlFor={`${id}-${issue.id}`} className="flex items-start gap-2.5 text-sm">
                  <Checkbox
                    id={`${id}-${issue.id}`}
                    className="-mt-px"
                    aria-label={words.include(issue.message)}
                    checked={!left.has(issue.id)}
                    onCheckedChange={() => toggle(issue.id)}
                  />
                  <SeverityIcon severity={issue.severity} className="mt-0.5" />
                  <span className="min-w-0">
                    {issue.message}
                    <span className="block font-mono text-xs break-all text-muted-foreground">
                      {placeOf(issue)}
                    </span>
                  </span>
                </label>
                {change && <LineDiff change={change} />}
              </li>
            );
          })}
        </ul>
      </DialogBody>
      <DialogFooter>
        <Button disabled={chosen.length === 0} onClick={() => onApply(chosen)}>
          {words.apply(chosen.length)}
        </Button>
      </DialogFooter>
    </DialogContent>
  );
}
