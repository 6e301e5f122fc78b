import { useEffect, useState } from 'react';
import { useCommands } from '@/hooks/useCommands';
import { m } from '@/i18n/messages';
import type { Issue } from '@/types/review';
import type { Command } from '@/store/commandStore';
import { copied } from './copied';
import { addressOfFinding } from './FindingExport';
import type { Decisions } from './useDecisions';
import type { FindingsAddress } from './useFindingsAddress';
import type { Fixes } from './useFixes';
import type { PlaceInList } from './usePlaceInList';
import type { Selection } from './useSelection';

interface Here {
  readonly listed: readonly Issue[];
  readonly place: PlaceInList;
  readonly finding: Issue | null;
  /** Files with listed findings, in the order of the list. */
  readonly paths: readonly string[];
  readonly shownPath: string | null;
  readonly address: FindingsAddress;
  readonly fixes: Fixes;
  readonly selection: Selection;
  readonly decisions: Decisions;
  readonly apply: (issues: readonly Issue[]) => void;
}

const words = m.results.keys;

/** Keys may come faster than the page is drawn: the next one counts from where the last step aimed. */
class Aim {
  /** Null when the page shows it. */
  index: number | null = null;

  take(at: number, step: number, count: number): number {
    this.index = Math.min(count - 1, Math.max(0, (this.index ?? at) + step));
    return this.index;
  }

  /** A step on the way is not where the aim is. */
  reached(at: number): void {
    if (this.index === at) this.index = null;
  }
}

/** Beside the list it takes the focus; on phones it takes the page. */
function goToCode(address: FindingsAddress): void {
  const code = document.getElementById('finding-code');
  if (code) code.querySelector<HTMLElement>('textarea, [tabindex="0"]')?.focus();
  else address.show('code');
}

/** What the keys and the palette do on the results page. */
export function useFindingCommands(here: Here): void {
  const { listed, place, finding, paths, shownPath, address, fixes, selection, decisions, apply } = here;
  const [aim] = useState(() => new Aim());
  useEffect(() => aim.reached(place.index), [aim, place.index]);
  const walk = (step: number): void => {
    const from = step > 0 ? place.after - 1 : place.before + 1;
    const next = listed[aim.take(from, step, listed.length)];
    if (next) address.open(next.id);
    aim.reached(place.index); // beyond the last one there is nowhere to go
  };
  const aimedAt = (): Issue | null => (aim.index === null ? finding : (listed[aim.index] ?? finding));
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
    command('next', 'j', words.next, () => walk(1)),
    command('previous', 'k', words.previous, () => walk(-1)),
    command(
      'close',
      'escape',
      words.closeOrClear,
      () => (finding ? address.open(null) : selection.clear()),
      true,
    ),
    command('apply', 'a', words.apply, () => {
      const chosen = selection.selected.filter((issue) => issue.fix && !fixes.isApplied(issue));
      if (chosen.length > 0) apply(chosen);
      const aimed = aimedAt();
      if (selection.selected.length > 0 || !aimed?.fix) return;
      if (fixes.isApplied(aimed)) fixes.undo(aimed);
      else apply([aimed]);
    }),
    command('select', 'x', words.select, () => {
      const aimed = aimedAt();
      if (aimed) selection.toggle(aimed.id);
    }),
    command('decide', 'e', words.decide, () => {
      const aimed = aimedAt();
      if (selection.selected.length > 0) decisions.ask(...selection.selected);
      else if (aimed) decisions.ask(aimed);
    }),
    command('filter', '/', words.filter, () => document.getElementById('finding-filter')?.focus()),
    command('code', 'c', words.code, () => goToCode(address)),
    command('next file', ']', words.nextFile, () => goFile(1)),
    command('previous file', '[', words.previousFile, () => goFile(-1)),
    command('next step', 'n', words.nextStep, () => goStep(1)),
    command('previous step', 'p', words.previousStep, () => goStep(-1)),
    command('link', 'l', words.link, () => finding && copied(addressOfFinding())),
    command('priority', '1', words.priority, () => address.setTab('priority')),
    command('all', '2', words.all, () => address.setTab('all')),
  ]);
}
