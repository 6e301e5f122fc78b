import { useCallback, useMemo, useState } from 'react';
import type { Fix, Issue, SourceFile } from '@/types/review';
import { applyFixes, canApply, type FixedText } from './fixes';

const unknownFile: FixedText = { text: '', move: (mark) => mark };

/** Fixes applied to the code as it is shown. Nothing leaves the page: the submitted code stays what it was. */
export function useFixes(files: readonly SourceFile[]) {
  const [applied, setApplied] = useState<readonly Issue[]>([]);

  const texts = useMemo(
    () => new Map(files.map(({ path, content }) => [path, applyFixes(content, fixesIn(applied, path))])),
    [files, applied],
  );
  const textOf = useCallback((path: string): FixedText => texts.get(path) ?? unknownFile, [texts]);

  const isApplied = (issue: Issue): boolean => applied.some(({ id }) => id === issue.id);
  const isPossible = (issue: Issue): boolean => {
    const file = files.find(({ path }) => path === issue.file_path);
    return (
      issue.fix !== null &&
      file !== undefined &&
      canApply(file.content, issue.fix, fixesIn(applied, file.path))
    );
  };

  return {
    count: applied.length,
    textOf,
    isApplied,
    isPossible,
    apply: (issue: Issue) => setApplied((before) => [...before, issue]),
    undo: (issue: Issue) => setApplied((before) => before.filter(({ id }) => id !== issue.id)),
    undoAll: () => setApplied([]),
  };
}

export type Fixes = ReturnType<typeof useFixes>;

function fixesIn(issues: readonly Issue[], path: string): Fix[] {
  return issues.flatMap(({ file_path, fix }) => (file_path === path && fix ? [fix] : []));
}
