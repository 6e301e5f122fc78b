import { create } from 'zustand';

export interface Crumb {
  readonly label: string;
  /** Left out for the page itself. */
  readonly to?: string;
}

interface Page {
  readonly crumbs: readonly Crumb[];
  readonly setCrumbs: (crumbs: readonly Crumb[]) => void;
}

/** What the page tells the frame about itself. */
export const usePageStore = create<Page>()((set) => ({
  crumbs: [],
  setCrumbs: (crumbs) => set({ crumbs }),
}));
