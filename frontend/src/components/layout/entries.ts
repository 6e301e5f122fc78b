import {
  BookOpenCheck,
  FolderGit2,
  History,
  LayoutDashboard,
  Settings,
  SquarePen,
  Workflow,
  type LucideIcon,
} from 'lucide-react';
import { prepareMonaco } from '@/components/code/useMonaco';
import { m } from '@/i18n/messages';

/** A page that the navigation leads to. */
export interface Entry {
  readonly to: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** The presses that go there. */
  readonly keys: string;
  /** Whether a page belongs to this entry, other than those below the one it leads to. */
  readonly owns?: (pathname: string) => boolean;
  /** Called when the person is about to go there. */
  readonly prepare?: () => void;
}

/**
 * The pages that exist, in the order of the navigation; the rail, the bottom bar, the palette and the help read it. On
 * phones the first four are in the bar and the rest behind "More".
 */
export const entries: readonly Entry[] = [
  {
    to: '/reviews/new',
    label: m.nav.newReview,
    icon: SquarePen,
    keys: 'g r',
    prepare: prepareMonaco,
  },
  { to: '/dashboard', label: m.nav.dashboard, icon: LayoutDashboard, keys: 'g d' },
  { to: '/projects', label: m.nav.projects, icon: FolderGit2, keys: 'g p' },
  {
    to: '/history',
    label: m.nav.history,
    icon: History,
    keys: 'g h',
    owns: (pathname) => /^\/(reviews|runs)\//.test(pathname) && pathname !== '/reviews/new',
  },
  { to: '/workflows', label: m.nav.workflows, icon: Workflow, keys: 'g w' },
  { to: '/rules', label: m.nav.rules, icon: BookOpenCheck, keys: 'g u' },
  { to: '/settings', label: m.nav.settings, icon: Settings, keys: 'g s' },
];

export function isAt({ to, owns }: Entry, pathname: string): boolean {
  return pathname === to || pathname.startsWith(`${to}/`) || (owns?.(pathname) ?? false);
}
