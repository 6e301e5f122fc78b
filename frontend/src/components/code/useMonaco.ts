import { useEffect, useState, type ComponentType } from 'react';
import type { MonacoEditorProps } from './MonacoEditor';

type Editor = ComponentType<MonacoEditorProps>;

let loaded: Editor | null = null;

async function load(): Promise<Editor> {
  const module = await import('./MonacoEditor');
  await new Promise((resume) => setTimeout(resume)); // between two long tasks, its script's and its first layout, the page can answer
  loaded = module.default;
  return loaded;
}

/** Starts loading the editor where it is wanted, so that it is there when its page is. */
export function prepareMonaco(): void {
  if (!prefersPlain()) load().catch(() => undefined); // who shows it tries again
}

/** Phones and people who save data get plain text controls: the editor is large and made for a keyboard. */
function prefersPlain(): boolean {
  const saveData =
    'connection' in navigator && (navigator.connection as { saveData?: boolean }).saveData === true;
  return saveData || matchMedia('(max-width: 639px)').matches;
}

/** The editor's component once it has loaded; null until then, where it is not wanted, and when loading fails. */
export function useMonaco(): Editor | null {
  const [editor, setEditor] = useState<Editor | null>(() => (prefersPlain() ? null : loaded));
  useEffect(() => {
    if (editor || prefersPlain()) return;
    let wanted = true;
    load().then(
      (component) => {
        if (wanted) setEditor(() => component);
      },
      () => undefined, // Offline or an older page: the plain control stays and works.
    );
    return () => {
      wanted = false;
    };
  }, [editor]);
  return editor;
}
