import { useEffect, useRef } from 'react';
import { m } from '@/i18n/messages';
import { toast, useToastStore } from '@/store/toastStore';
import type { Issue } from '@/types/review';
import type { Fixes } from './useFixes';

/** Applies fixes, says how many fitted, and offers to take them back for as long as the page is open. */
export function useApplying(fixes: Fixes): (issues: readonly Issue[]) => void {
  const offers = useRef<number[]>([]);
  useEffect(() => {
    const made = offers.current;
    return () => made.forEach((id) => useToastStore.getState().remove(id));
  }, []);

  return (issues) => {
    const applied = fixes.apply(...issues);
    const text = m.results.selection.applied(applied.length, issues.length);
    if (applied.length === 0) {
      toast({ kind: 'failed', text });
      return;
    }
    const undo = { label: m.toast.undo, run: () => fixes.undo(...applied) };
    offers.current.push(toast({ kind: 'done', text, action: undo }));
  };
}
