import { History, PanelLeftClose, PanelLeftOpen, SquarePen, type LucideIcon } from 'lucide-react';
import { Link, NavLink, useLocation } from 'react-router';
import { Logo } from '@/components/common/Logo';
import { Button } from '@/components/ui/button';
import { Tooltip } from '@/components/ui/tooltip';
import { preloadMonaco } from '@/components/code/useMonaco';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import { useUiStore } from '@/store/uiStore';

interface Entry {
  readonly to: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** Whether a page belongs to this entry, other than the one it leads to. */
  readonly owns?: (pathname: string) => boolean;
  /** Called when the person is about to go there. */
  readonly prepare?: () => void;
}

const entries: readonly Entry[] = [
  { to: '/reviews/new', label: m.nav.newReview, icon: SquarePen, prepare: () => void preloadMonaco() },
  {
    to: '/history',
    label: m.nav.history,
    icon: History,
    owns: (pathname) => pathname.startsWith('/reviews/') && pathname !== '/reviews/new',
  },
];

/** Navigation at the side of wide screens; it folds to icons. */
export function Rail() {
  const collapsed = useUiStore((state) => state.railCollapsed);
  const toggle = useUiStore((state) => state.toggleRail);
  const ToggleIcon = collapsed ? PanelLeftOpen : PanelLeftClose;
  return (
    <nav
      aria-label={m.nav.main}
      className={cn(
        'sticky top-0 hidden h-dvh shrink-0 flex-col border-r bg-background p-2 md:flex',
        collapsed ? 'w-13' : 'w-52',
      )}
    >
      <Link
        to="/"
        aria-label={m.nav.home}
        className="mb-3 flex h-9 items-center gap-2 rounded-md px-1.5 text-sm font-semibold"
      >
        <Logo className="size-6 shrink-0" />
        {!collapsed && <span className="truncate">{m.product}</span>}
      </Link>
      <ul className="grid gap-0.5">
        {entries.map((entry) => (
          <li key={entry.to}>
            <RailLink entry={entry} collapsed={collapsed} />
          </li>
        ))}
      </ul>
      <Tooltip label={collapsed ? m.nav.expand : m.nav.collapse} side="right">
        <Button
          variant="ghost"
          size="icon"
          className="mt-auto text-muted-foreground"
          aria-label={collapsed ? m.nav.expand : m.nav.collapse}
          onClick={toggle}
        >
          <ToggleIcon aria-hidden />
        </Button>
      </Tooltip>
    </nav>
  );
}

function RailLink({
  entry: { to, label, icon: Icon, owns, prepare },
  collapsed,
}: {
  entry: Entry;
  collapsed: boolean;
}) {
  const { pathname } = useLocation();
  const link = (
    <NavLink
      to={to}
      aria-label={collapsed ? label : undefined}
      onPointerEnter={prepare}
      onFocus={prepare}
      className={({ isActive }) =>
        cn(
          'flex h-8 items-center gap-2 rounded-md px-2 text-sm font-medium transition-colors duration-150 [&_svg]:size-4',
          isActive || owns?.(pathname)
            ? 'bg-accent text-foreground'
            : 'text-muted-foreground hover:bg-accent hover:text-foreground',
        )
      }
    >
      <Icon aria-hidden />
      {!collapsed && label}
    </NavLink>
  );
  return collapsed ? (
    <Tooltip label={label} side="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}

/** The same entries at the bottom of phones. */
export function BottomBar() {
  const { pathname } = useLocation();
  return (
    <nav
      aria-label={m.nav.main}
      className="fixed inset-x-0 bottom-0 z-30 flex border-t bg-card pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {entries.map(({ to, label, icon: Icon, owns }) => (
        <NavLink
          key={to}
          to={to}
          className={({ isActive }) =>
            cn(
              'grid h-14 flex-1 place-content-center justify-items-center gap-0.5 text-xs font-medium -outline-offset-2 [&_svg]:size-5',
              isActive || owns?.(pathname) ? 'text-link' : 'text-muted-foreground',
            )
          }
        >
          <Icon aria-hidden />
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
