import { useCallback, useMemo, useState } from 'react';
import type { Fix, Issue, SourceFile } from '@/types/review';
import { applyFixes, canApply, type FixedText } from './fixes';

const unknownFile: FixedText = { text: '', move: (mark) => mark };

/** Fixes applied to the code as it is shown. Nothing leaves the page: the submitted code stays what it was. */
export function useFixes(files: readonly SourceFile[]) {
  const [applied, setApplied] = useState<readonly Issue[]>([]);
  const appliedIds = useMemo(() => new Set(applied.map(({ id }) => id)), [applied]);

  const texts = useMemo(
    () => new Map(files.map(({ path, content }) => [path, applyFixes(content, fixesIn(applied, path))])),
    [files, applied],
  );
  const textOf = useCallback((path: string): FixedText => texts.get(path) ?? unknownFile, [texts]);
  const isApplied = useCallback((issue: Issue): boolean => appliedIds.has(issue.id), [appliedIds]);

  /** Whether the fix still fits, beside those applied and those given. */
  const isPossible = useCallback(
    (issue: Issue, beside: readonly Issue[] = applied): boolean => {
      const file = files.find(({ path }) => path === issue.file_path);
      if (!issue.fix || !file) return false;
      return canApply(file.content, issue.fix, fixesIn(beside, file.path));
    },
    [files, applied],
  );

  const undo = useCallback(
    (...issues: readonly Issue[]) =>
      setApplied((before) => before.filter((issue) => !issues.includes(issue))),
    [],
  );

  /** Those of the issues whose fixes fit beside each other and beside what is applied; the first of two that do not. */
  const fittingOf = (issues: readonly Issue[]): readonly Issue[] => {
    const fitting: Issue[] = [];
    for (const issue of issues) {
      if (!isApplied(issue) && isPossible(issue, [...applied, ...fitting])) fitting.push(issue);
    }
    return fitting;
  };

  /** Applies those that fit. Returns them. */
  const apply = (...issues: readonly Issue[]): readonly Issue[] => {
    const added = fittingOf(issues);
    setApplied([...applied, ...added]);
    return added;
  };

  /** Whose applied fix has changed the code that the fix speaks of. */
  const inTheWayOf = ({ file_path, fix }: Issue): Issue | null => {
    const content = files.find(({ path }) => path === file_path)?.content;
    const collides = (other: Issue): boolean =>
      other.file_path === file_path && !!other.fix && !!fix && !canApply(content ?? '', fix, [other.fix]);
    return applied.find(collides) ?? null;
  };

  return {
    count: applied.length,
    textOf,
    isApplied,
    isPossible,
    fittingOf,
    inTheWayOf,
    apply,
    undo,
    undoAll: () => setApplied([]),
  };
}

export type Fixes = ReturnType<typeof useFixes>;

function fixesIn(issues: readonly Issue[], path: string): Fix[] {
  return issues.flatMap(({ file_path, fix }) => (file_path === path && fix ? [fix] : []));
}
