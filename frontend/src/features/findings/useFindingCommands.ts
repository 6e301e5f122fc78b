import { useCommands } from '@/hooks/useCommands';
import { m } from '@/i18n/messages';
import type { Issue } from '@/types/review';
import type { Command } from '@/store/commandStore';
import { copied } from './copied';
import { addressOfFinding } from './FindingExport';
import type { FindingsAddress } from './useFindingsAddress';
import type { Fixes } from './useFixes';
import type { Selection } from './useSelection';

interface Here {
  readonly listed: readonly Issue[];
  readonly finding: Issue | null;
  /** Files with listed findings, in the order of the list. */
  readonly paths: readonly string[];
  readonly shownPath: string | null;
  readonly address: FindingsAddress;
  readonly fixes: Fixes;
  readonly selection: Selection;
  readonly apply: (issues: readonly Issue[]) => void;
}

const words = m.results.keys;

/** What the keys and the palette do on the results page. */
export function useFindingCommands(here: Here): void {
  const { listed, finding, paths, shownPath, address, fixes, selection, apply } = here;
  const at = finding ? listed.findIndex(({ id }) => id === finding.id) : -1;
  const go = (index: number): void => {
    const next = listed[index];
    if (next) address.open(next.id);
  };
  const goFile = (step: number): void => {
    const next = paths[(paths.indexOf(shownPath ?? '') + step + paths.length) % Math.max(1, paths.length)];
    const first = listed.find(({ file_path }) => file_path === next);
    if (first) address.open(first.id);
  };
  const goStep = (step: number): void => {
    const next = (address.step ?? -1) + step;
    if (finding?.related[next]) address.showStep(next);
    else if (next < 0) address.showStep(null);
  };
  const command = (id: string, keys: string, label: string, run: () => void, keyOnly = false): Command => ({
    id: `finding ${id}`,
    group: m.commands.groups.here,
    keys,
    label,
    run,
    keyOnly,
  });

  useCommands([
    command('next', 'j', words.next, () => go(at + 1)),
    command('previous', 'k', words.previous, () => go(at < 0 ? 0 : at - 1)),
    command('close', 'escape', words.close, () => address.open(null), true),
    command('apply', 'a', words.apply, () => {
      if (!finding) return;
      if (fixes.isApplied(finding)) fixes.undo(finding);
      else if (fixes.isPossible(finding)) apply([finding]);
    }),
    command('select', 'x', words.select, () => finding && selection.toggle(finding.id)),
    command('filter', '/', words.filter, () => document.getElementById('finding-filter')?.focus()),
    command('next file', ']', words.nextFile, () => goFile(1)),
    command('previous file', '[', words.previousFile, () => goFile(-1)),
    command('next step', 'n', words.nextStep, () => goStep(1)),
    command('previous step', 'p', words.previousStep, () => goStep(-1)),
    command('link', 'l', words.link, () => finding && copied(addressOfFinding())),
    command('priority', '1', words.priority, () => address.setTab('priority')),
    command('all', '2', words.all, () => address.setTab('all')),
  ]);
}
