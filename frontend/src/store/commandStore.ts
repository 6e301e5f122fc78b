import { create } from 'zustand';

/** Something a person can do here, from the palette or by a key. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** Under which heading the palette and the help list it. */
  readonly group: string;
  /** One press (`j`, `?`, `mod+k`) or presses one after the other (`g h`). */
  readonly keys?: string;
  /** Further words that find it. */
  readonly keywords?: string;
  /** Keys that make sense only where they are pressed are not offered in the palette. */
  readonly keyOnly?: boolean;
  readonly run: () => void;
}

interface Commands {
  /** Those of the frame first, then those of the page; of two with the same keys the later one counts. */
  readonly sets: readonly (readonly Command[])[];
  readonly paletteOpen: boolean;
  readonly helpOpen: boolean;
  readonly showPalette: (open: boolean) => void;
  readonly showHelp: (open: boolean) => void;
}

/** The one list that key presses, the palette and the help read. */
export const useCommandStore = create<Commands>()((set) => ({
  sets: [],
  paletteOpen: false,
  helpOpen: false,
  showPalette: (paletteOpen) => set({ paletteOpen }),
  showHelp: (helpOpen) => set({ helpOpen }),
}));

/** Adds commands. Returns the way to remove them. */
export function addCommands(commands: readonly Command[]): () => void {
  useCommandStore.setState(({ sets }) => ({ sets: [...sets, commands] }));
  return () => useCommandStore.setState(({ sets }) => ({ sets: sets.filter((other) => other !== commands) }));
}

/** The command that the presses mean, or whether they begin a longer one. */
export function commandFor(presses: string): Command | 'begins' | null {
  const all = useCommandStore.getState().sets.flat();
  const exact = all.findLast(({ keys }) => keys === presses);
  if (exact) return exact;
  return all.some(({ keys }) => keys?.startsWith(`${presses} `)) ? 'begins' : null;
}
