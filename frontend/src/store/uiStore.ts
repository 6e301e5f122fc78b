import { create } from 'zustand';

export type Theme = 'system' | 'light' | 'dark';
export type Contrast = 'system' | 'standard' | 'more';
export type Motion = 'system' | 'standard' | 'reduced';

interface UiState {
  readonly theme: Theme;
  readonly contrast: Contrast;
  readonly motion: Motion;
  readonly railCollapsed: boolean;
  /** Whether single letters are commands (WCAG 2.1.4 asks for a way to turn them off). */
  readonly letterKeys: boolean;
  readonly setTheme: (theme: Theme) => void;
  readonly setContrast: (contrast: Contrast) => void;
  readonly setMotion: (motion: Motion) => void;
  readonly toggleRail: () => void;
  readonly setLetterKeys: (on: boolean) => void;
}

// public/theme.js reads the first three keys before the first paint
const themeKey = 'theme';
const contrastKey = 'contrast';
const motionKey = 'motion';
const railKey = 'rail.collapsed';
const letterKeysKey = 'keys.letters';
const systemDark = matchMedia('(prefers-color-scheme: dark)');
const systemContrast = matchMedia('(prefers-contrast: more)');
const systemMotion = matchMedia('(prefers-reduced-motion: reduce)');

/** What the person chose about the frame; kept in this browser. */
export const useUiStore = create<UiState>()((set) => ({
  theme: stored(themeKey, ['light', 'dark'], 'system'),
  contrast: stored(contrastKey, ['standard', 'more'], 'system'),
  motion: stored(motionKey, ['standard', 'reduced'], 'system'),
  letterKeys: localStorage.getItem(letterKeysKey) !== 'false',
  railCollapsed: localStorage.getItem(railKey) === 'true',
  setTheme: (theme) => {
    localStorage.setItem(themeKey, theme);
    set({ theme });
    applyTheme();
  },
  setContrast: (contrast) => {
    localStorage.setItem(contrastKey, contrast);
    set({ contrast });
    applyTheme();
  },
  setMotion: (motion) => {
    localStorage.setItem(motionKey, motion);
    set({ motion });
    applyTheme();
  },
  setLetterKeys: (letterKeys) => {
    localStorage.setItem(letterKeysKey, String(letterKeys));
    set({ letterKeys });
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

/** Whether more contrast than usual is wanted now. */
export function isHighContrast(): boolean {
  const { contrast } = useUiStore.getState();
  return contrast === 'more' || (contrast === 'system' && systemContrast.matches);
}

function isStill(): boolean {
  const { motion } = useUiStore.getState();
  return motion === 'reduced' || (motion === 'system' && systemMotion.matches);
}

/** Calls back after each change of the theme in force. Returns the way to stop. */
export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const listeners = new Set<() => void>();
systemDark.addEventListener('change', applyTheme);
systemContrast.addEventListener('change', applyTheme);
systemMotion.addEventListener('change', applyTheme);

function applyTheme(): void {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
  document.documentElement.dataset.contrast = isHighContrast() ? 'more' : 'standard';
  document.documentElement.dataset.motion = isStill() ? 'reduced' : 'standard';
  const color = getComputedStyle(document.documentElement).getPropertyValue('--background').trim();
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', color);
  for (const listener of listeners) listener();
}

function stored<T extends string>(key: string, known: readonly T[], fallback: T | 'system'): T | 'system' {
  const value = localStorage.getItem(key);
  return known.find((choice) => choice === value) ?? fallback;
}
