import { useMemo, useState } from 'react';
import type { Issue } from '@/types/review';
import { isDismissed, isPriority, type Tab } from './filters';

/**
 * The findings by tab, and the tab that is shown: the chosen one; else the one that lists the finding by which the page was
 * entered; else what to look at first, if there is such.
 */
export function useFindingTabs(all: readonly Issue[], open: Issue | null, chosen: Tab | null) {
  const byTab = useMemo(() => {
    const counting = all.filter((issue) => !isDismissed(issue));
    return { priority: counting.filter(isPriority), all: counting, dismissed: all.filter(isDismissed) };
  }, [all]);
  const [entered] = useState(open && tabOf(open));
  const usual: Tab = byTab.priority.length > 0 ? 'priority' : 'all';
  const tab = chosen ?? (entered && byTab[entered].length > 0 ? entered : usual);
  return { byTab, tab };
}

function tabOf(issue: Issue): Tab {
  if (isDismissed(issue)) return 'dismissed';
  return isPriority(issue) ? 'priority' : 'all';
}
