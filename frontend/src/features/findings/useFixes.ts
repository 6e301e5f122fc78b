import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Fix, Issue, SourceFile } from '@/types/review';
import { keepApplied, readApplied } from './appliedFixes';
import { applyFixes, canApply, type FixedText } from './fixes';

const unknownFile: FixedText = { text: '', move: (mark) => mark };

/** Fixes applied to the code as it is shown. Nothing leaves the page: the submitted code stays what it was. */
export function useFixes(jobId: string, issues: readonly Issue[], files: readonly SourceFile[]) {
  const [appliedIds, setAppliedIds] = useState(() => readApplied(jobId));
  useEffect(() => keepApplied(jobId, appliedIds), [jobId, appliedIds]);
  const applied = useMemo(() => issues.filter(({ id }) => appliedIds.has(id)), [issues, appliedIds]);

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
    (...undone: readonly Issue[]) =>
      setAppliedIds(
        (before) => new Set([...before].filter((id) => undone.every((issue) => issue.id !== id))),
      ),
    [],
  );

  /** Those of the issues whose fixes fit beside each other and beside what is applied; the first of two that do not. */
  const fittingOf = (wanted: readonly Issue[]): readonly Issue[] => {
    const fitting: Issue[] = [];
    for (const issue of wanted) {
      if (!isApplied(issue) && isPossible(issue, [...applied, ...fitting])) fitting.push(issue);
    }
    return fitting;
  };

  /** Applies those that fit. Returns them. */
  const apply = (...wanted: readonly Issue[]): readonly Issue[] => {
    const added = fittingOf(wanted);
    setAppliedIds((before) => new Set([...before, ...added.map(({ id }) => id)]));
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
    undoAll: () => setAppliedIds(new Set()),
  };
}

export type Fixes = ReturnType<typeof useFixes>;

function fixesIn(issues: readonly Issue[], path: string): Fix[] {
  return issues.flatMap(({ file_path, fix }) => (file_path === path && fix ? [fix] : []));
}
