import { useCallback, useEffect, useRef, useState } from 'react';
import { loadDraft, saveDraft, type Draft, type DraftFile } from '@/services/draft';
import { onSignedOut } from '@/services/session';
import * as edit from './draftEdits';

const saveAfterMs = 300;

/** The draft with its edits; stored shortly after each one, and at once when the page is left, unless by signing out. */
export function useDraft() {
  const [draft, setDraft] = useState(loadDraft);
  const [kept, setKept] = useState(true);
  const latest = useRef(draft);
  const disowned = useRef(false);

  const save = useCallback((): boolean => disowned.current || saveDraft(latest.current), []);

  useEffect(() => {
    latest.current = draft;
    const timer = setTimeout(() => setKept(save()), saveAfterMs);
    return () => clearTimeout(timer);
  }, [draft, save]);

  useEffect(() => {
    const stop = onSignedOut((reason) => {
      disowned.current = reason === 'by-choice';
    });
    window.addEventListener('pagehide', save);
    return () => {
      stop();
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [save]);

  const change = useCallback((file: Partial<DraftFile>) => setDraft((d) => edit.changeActive(d, file)), []);
  const add = useCallback((files: readonly DraftFile[]) => setDraft((d) => edit.addFiles(d, files)), []);
  const remove = useCallback((index: number) => setDraft((d) => edit.removeFile(d, index)), []);
  const show = useCallback((index: number) => setDraft((d) => ({ ...d, active: index })), []);
  const setFocus = useCallback((focus: Draft['focus']) => setDraft((d) => ({ ...d, focus })), []);
  const setWorkflow = useCallback((workflow: string) => setDraft((d) => ({ ...d, workflow })), []);
  const setProject = useCallback((project: string | null) => setDraft((d) => ({ ...d, project })), []);
  const setBaseline = useCallback((baseline: string | null) => setDraft((d) => ({ ...d, baseline })), []);
  const setMaxUsd = useCallback((maxUsd: number | null) => setDraft((d) => ({ ...d, maxUsd })), []);
  const setUpload = useCallback((upload: string | null) => setDraft((d) => ({ ...d, upload })), []);
  const setRepository = useCallback(
    (repository: Draft['repository']) => setDraft((d) => ({ ...d, repository })),
    [],
  );
  /** Another draft altogether; stored at once, because the page may be left in the same moment. */
  const replace = useCallback(
    (next: Draft) => {
      latest.current = next;
      setKept(save());
      setDraft(next);
    },
    [save],
  );

  return {
    draft,
    kept,
    change,
    add,
    remove,
    show,
    setFocus,
    setWorkflow,
    setProject,
    setBaseline,
    setMaxUsd,
    setUpload,
    setRepository,
    replace,
  };
}
