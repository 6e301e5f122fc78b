import { useCallback, useMemo, useState } from 'react';
import type { Issue } from '@/types/review';

/** Which findings are chosen for something that is done to several. What is filtered away is not chosen any more. */
export function useSelection(listed: readonly Issue[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set());
  const [picking, setPicking] = useState(false);
  const [last, setLast] = useState<string | null>(null);
  const selected = useMemo(() => listed.filter(({ id }) => chosen.has(id)), [listed, chosen]);

  const toggle = useCallback((id: string): void => {
    setLast(id);
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);

  /** Everything between the one chosen last and this one. */
  const extendTo = useCallback(
    (id: string): void => {
      const [from, to] = [last ?? id, id]
        .map((end) => listed.findIndex((issue) => issue.id === end))
        .sort((a, b) => a - b);
      setLast(id);
      if (from === undefined || to === undefined || from < 0) return;
      setChosen((before) => new Set([...before, ...listed.slice(from, to + 1).map((issue) => issue.id)]));
    },
    [last, listed],
  );

  return {
    selected,
    isSelected: (id: string): boolean => chosen.has(id),
    toggle,
    extendTo,
    all: () => setChosen(new Set(listed.map(({ id }) => id))),
    clear: () => {
      setChosen(new Set());
      setPicking(false);
    },
    /** Whether rows are for choosing; where nothing hovers, the boxes show only then. */
    picking,
    pick: () => setPicking(true),
  };
}

export type Selection = ReturnType<typeof useSelection>;
