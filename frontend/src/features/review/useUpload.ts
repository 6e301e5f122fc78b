import { useEffect, useState } from 'react';
import { forgetUpload, keepUpload, keptUpload } from '@/services/keptUpload';
import type { PreparedUpload } from '@/services/prepareUpload';

/** An upload with what became of keeping it. */
export interface HeldUpload {
  readonly id: string;
  readonly upload: PreparedUpload;
  /** Null until the browser has said. */
  readonly kept: boolean | null;
}

/** The upload that the draft names; it is read from this browser when the page was left in between. */
export function useUpload(id: string | null, onIdChange: (id: string | null) => void) {
  const [held, setHeld] = useState<HeldUpload | null>(null);
  const isHeld = held?.id === id;

  useEffect(() => {
    if (id === null || isHeld) return;
    let left = false;
    void keptUpload(id).then((upload) => {
      if (left) return;
      if (upload) setHeld({ id, upload, kept: true });
      else onIdChange(null);
    });
    return () => {
      left = true;
    };
  }, [id, isHeld, onIdChange]);

  const choose = (upload: PreparedUpload): void => {
    const chosen = crypto.randomUUID();
    setHeld({ id: chosen, upload, kept: null });
    onIdChange(chosen);
    void keepUpload(chosen, upload).then((kept) =>
      setHeld((now) => (now?.id === chosen ? { ...now, kept } : now)),
    );
  };

  const remove = (): void => {
    if (id !== null) void forgetUpload(id);
    onIdChange(null);
  };

  return { held: isHeld ? held : null, isLoading: id !== null && !isHeld, choose, remove };
}
