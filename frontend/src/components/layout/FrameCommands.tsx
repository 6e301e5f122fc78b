import { lazy, Suspense } from 'react';
import { useNavigate } from 'react-router';
import { useCommandKeys, useCommands } from '@/hooks/useCommands';
import { m } from '@/i18n/messages';
import { useCommandStore, type Command } from '@/store/commandStore';
import { isHighContrast, useUiStore, type Theme } from '@/store/uiStore';
import { entries } from './entries';

const CommandPalette = lazy(() => import('./CommandPalette'));
const ShortcutHelp = lazy(() => import('./ShortcutHelp'));

const themes: readonly Theme[] = ['light', 'dark', 'system'];

/** The commands that every page has; the palette and the help load when they are first wanted. */
export function FrameCommands() {
  const navigate = useNavigate();
  const { paletteOpen, helpOpen, showPalette, showHelp } = useCommandStore();
  const { setTheme, setContrast, toggleRail } = useUiStore();
  const words = m.commands;
  useCommandKeys();
  useCommands([
    ...entries.map(({ to, label, keys }): Command => ({
      id: `go ${to}`,
      label,
      group: words.groups.go,
      keys,
      run: () => void navigate(to),
    })),
    {
      id: 'palette',
      label: words.palette,
      group: words.groups.frame,
      keys: 'mod+k',
      keyOnly: true,
      run: () => showPalette(!paletteOpen),
    },
    {
      id: 'help',
      label: words.help,
      group: words.groups.frame,
      keys: '?',
      run: () => showHelp(true),
    },
    ...themes.map((theme): Command => ({
      id: `theme ${theme}`,
      label: words.theme[theme],
      group: words.groups.frame,
      run: () => setTheme(theme),
    })),
    {
      id: 'contrast',
      label: words.contrast,
      group: words.groups.frame,
      run: () => setContrast(isHighContrast() ? 'standard' : 'more'),
    },
    {
      id: 'rail',
      label: words.rail,
      group: words.groups.frame,
      run: toggleRail,
    },
  ]);
  return (
    <Suspense fallback={null}>
      {paletteOpen && <CommandPalette />}
      {helpOpen && <ShortcutHelp />}
    </Suspense>
  );
}
