import { Upload } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { m } from '@/i18n/messages';
import { droppedFiles } from './droppedFiles';

/** Takes files that are dropped or pasted anywhere on the page. A button does the same for those who don't drag. */
export function FileDrop({ onFiles }: { onFiles: (files: File[]) => void }) {
  const [over, setOver] = useState(false);
  const taken = useEffectEvent(onFiles);

  useEffect(() => {
    let depth = 0; // enter and leave are told for every element below the pointer
    const hasFiles = (data: DataTransfer | null): boolean => data?.types.includes('Files') ?? false;
    const enter = (event: DragEvent): void => {
      if (!hasFiles(event.dataTransfer)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (!hasFiles(event.dataTransfer)) return;
      depth -= 1;
      if (depth === 0) setOver(false);
    };
    const allow = (event: DragEvent): void => {
      if (hasFiles(event.dataTransfer)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      if (event.dataTransfer) void droppedFiles(event.dataTransfer).then(taken);
    };
    const paste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      taken(files);
    };
    const abort = new AbortController();
    const options = { signal: abort.signal, capture: true };
    window.addEventListener('dragenter', enter, options);
    window.addEventListener('dragleave', leave, options);
    window.addEventListener('dragover', allow, options);
    window.addEventListener('drop', drop, options);
    window.addEventListener('paste', paste, options);
    return () => abort.abort();
  }, []);

  if (!over) return null;
  return (
    <div className="pointer-events-none fixed inset-3 z-50 grid animate-fade place-content-center justify-items-center gap-3 rounded-lg border-2 border-dashed border-primary bg-background/90">
      <Upload aria-hidden className="size-8 text-link" />
      <p className="text-lg font-medium">{m.submit.dropHere}</p>
    </div>
  );
}
