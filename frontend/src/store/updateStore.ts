import { create } from 'zustand';

interface Update {
  /** Changes to the newer version that waits; null while there is none. */
  readonly takeOver: (() => void) | null;
}

export const useUpdateStore = create<Update>()(() => ({ takeOver: null }));
