import { create } from 'zustand';

export type Theme = 'system' | 'light' | 'dark';

interface UiState {
  readonly theme: Theme;
  readonly railCollapsed: boolean;
  readonly setTheme: (theme: Theme) => void;
  readonly toggleRail: () => void;
}

const themeKey = 'theme'; // public/theme.js reads the same key before the first paint
const railKey = 'rail.collapsed';
const systemDark = matchMedia('(prefers-color-scheme: dark)');

/** What the person chose about the frame; kept in this browser. */
export const useUiStore = create<UiState>()((set) => ({
  theme: storedTheme(),
  railCollapsed: localStorage.getItem(railKey) === 'true',
  setTheme: (theme) => {
    localStorage.setItem(themeKey, theme);
    set({ theme });
    applyTheme();
  },
  toggleRail: () =>
    set(({ railCollapsed }) => {
      localStorage.setItem(railKey, String(!railCollapsed));
      return { railCollapsed: !railCollapsed };
    }),
}));

/** Whether the page is dark now, and a way to hear of changes; for the editor, which has themes of its own. */
export function isDark(): boolean {
  const { theme } = useUiStore.getState();
  return theme === 'dark' || (theme === 'system' && systemDark.matches);
}

/** Calls back after each change of the theme in force. Returns the way to stop. */
export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const listeners = new Set<() => void>();
systemDark.addEventListener('change', applyTheme);

function applyTheme(): void {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
  const color = getComputedStyle(document.documentElement).getPropertyValue('--background').trim();
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', color);
  for (const listener of listeners) listener();
}

function storedTheme(): Theme {
  const stored = localStorage.getItem(themeKey);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}
