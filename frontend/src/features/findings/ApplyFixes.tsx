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
            all={safe.length}
            files={files}
            fixes={fixes}
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
  /** How many there are, shown or not. */
  all: number;
  files: readonly SourceFile[];
  fixes: Fixes;
  onApply: (issues: readonly Issue[]) => void;
}

/** Each fix as what it changes. Of two that change the same code the first is taken, unless it is left out. */
function Preview({ issues, all, files, fixes, onApply }: PreviewProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(() => new Set());
  const wanted = issues.filter((issue) => !left.has(issue.id));
  const chosen = fixes.fittingOf(wanted);
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
        {all > issues.length && <p className="mb-4 text-sm">{words.first(issues.length, all)}</p>}
        <ul className="grid gap-4">
          {issues.map((issue) => (
            <Previewed
              key={issue.id}
              issue={issue}
              source={files.find(({ path }) => path === issue.file_path)?.content}
              chosen={chosen.includes(issue)}
              collidesWith={
                chosen.includes(issue) ? null : (chosen.find((other) => collide(fixes, issue, other)) ?? null)
              }
              onToggle={toggle}
            />
          ))}
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

function collide(fixes: Fixes, issue: Issue, other: Issue): boolean {
  return !fixes.isPossible(issue, [other]);
}

interface PreviewedProps {
  issue: Issue;
  /** The submitted text of its file. */
  source: string | undefined;
  chosen: boolean;
  /** The chosen one that changes the same code; it would have to be left out first. */
  collidesWith: Issue | null;
  onToggle: (id: string) => void;
}

function Previewed({ issue, source, chosen, collidesWith, onToggle }: PreviewedProps) {
  const id = useId();
  const change = issue.fix && source !== undefined ? lineChangeOf(source, issue.fix) : null;
  return (
    <li className="grid min-w-0 gap-2">
      <label htmlFor={id} className="flex items-start gap-2.5 text-sm">
        <Checkbox
          id={id}
          className="-mt-px"
          aria-label={words.include(issue.message)}
          checked={chosen}
          disabled={collidesWith !== null}
          onCheckedChange={() => onToggle(issue.id)}
        />
        <SeverityIcon severity={issue.severity} className="mt-0.5" />
        <span className="min-w-0">
          {issue.message}
          <span className="block font-mono text-xs break-all text-muted-foreground">{placeOf(issue)}</span>
          {collidesWith && (
            <span className="block text-xs text-warning">{words.collides(collidesWith.line ?? 1)}</span>
          )}
        </span>
      </label>
      {change && <LineDiff change={change} />}
    </li>
  );
}
