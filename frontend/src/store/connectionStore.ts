import { create } from 'zustand';
import type { ConnectionState } from '@/services/jobSocket';

interface Connection {
  /** Null while nothing is watched. */
  readonly state: ConnectionState | null;
  readonly set: (state: ConnectionState | null) => void;
}

/** The state of the one live connection, for the badge in the frame. */
export const useConnectionStore = create<Connection>()((set) => ({
  state: null,
  set: (state) => set({ state }),
}));
