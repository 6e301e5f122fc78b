import { create } from 'zustand';

export interface ToastMessage {
  readonly id: number;
  readonly text: string;
  readonly kind: 'done' | 'failed';
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface Toasts {
  readonly shown: readonly ToastMessage[];
  readonly remove: (id: number) => void;
}

/** More would cover the page. */
const mostShown = 3;

export const useToastStore = create<Toasts>()((set) => ({
  shown: [],
  remove: (id) => set(({ shown }) => ({ shown: shown.filter((toast) => toast.id !== id) })),
}));

let lastId = 0;

/** Says what was done, or what failed, with a way to take it back. Returns its id. */
export function toast(message: Omit<ToastMessage, 'id'>): number {
  lastId += 1;
  const next = { ...message, id: lastId };
  useToastStore.setState(({ shown }) => ({ shown: [...shown, next].slice(-mostShown) }));
  return next.id;
}
