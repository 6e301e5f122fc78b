import { Ellipsis, PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import { Logo } from '@/components/common/Logo';
import { Button } from '@/components/ui/button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import { Tooltip } from '@/components/ui/tooltip';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import { useUiStore } from '@/store/uiStore';
import { entries, isAt, type Entry } from './entries';

/** Navigation at the side of wide screens; it folds to icons. */
export function Rail() {
  const collapsed = useUiStore((state) => state.railCollapsed);
  const toggle = useUiStore((state) => state.toggleRail);
  const ToggleIcon = collapsed ? PanelLeftOpen : PanelLeftClose;
  return (
    <nav
      aria-label={m.nav.main}
      className={cn(
        'sticky top-0 hidden h-dvh shrink-0 flex-col border-e bg-background p-2 md:flex print:hidden',
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

function RailLink({ entry, collapsed }: { entry: Entry; collapsed: boolean }) {
  const { pathname } = useLocation();
  const { to, label, icon: Icon, prepare } = entry;
  const here = isAt(entry, pathname);
  const link = (
    <Link
      to={to}
      aria-label={collapsed ? label : undefined}
      aria-current={here ? (pathname === to ? 'page' : 'true') : undefined}
      onPointerEnter={prepare}
      onFocus={prepare}
      className={cn(
        'flex h-8 items-center gap-2 rounded-md px-2 text-sm font-medium transition-colors duration-150 touch:h-11 [&_svg]:size-4',
        here ? 'bg-accent text-foreground' : 'text-muted-foreground hover:bg-accent hover:text-foreground',
      )}
    >
      <Icon aria-hidden />
      {!collapsed && label}
    </Link>
  );
  return collapsed ? (
    <Tooltip label={label} side="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}

const mostInBar = 5;

/** The same entries at the bottom of phones; those that find no room are behind "More". */
export function BottomBar() {
  const { pathname } = useLocation();
  const shown = entries.length > mostInBar ? entries.slice(0, mostInBar - 1) : entries;
  const others = entries.slice(shown.length);
  return (
    <nav
      aria-label={m.nav.main}
      className="fixed inset-x-0 bottom-0 z-30 flex border-t bg-card pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      {shown.map((entry) => {
        const { to, label, icon: Icon } = entry;
        const here = isAt(entry, pathname);
        return (
          <Link
            key={to}
            to={to}
            aria-current={here ? (pathname === to ? 'page' : 'true') : undefined}
            className={cn(barItem, here ? 'text-link' : 'text-muted-foreground')}
          >
            <Icon aria-hidden />
            <span className="max-w-full truncate">{label}</span>
          </Link>
        );
      })}
      {others.length > 0 && <More entries={others} here={others.some((entry) => isAt(entry, pathname))} />}
    </nav>
  );
}

const barItem =
  'grid h-14 min-w-0 flex-1 grid-cols-[100%] place-content-center justify-items-center gap-0.5 text-xs font-medium whitespace-nowrap -outline-offset-2 max-[359px]:text-[0.6875rem] max-[359px]:tracking-tighter [&_svg]:size-5';

function More({ entries: others, here }: { entries: readonly Entry[]; here: boolean }) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger className={cn(barItem, here ? 'text-link' : 'text-muted-foreground')}>
        <Ellipsis aria-hidden />
        <span className="max-w-full truncate">{m.nav.more}</span>
      </DropdownMenuTrigger>
      <DropdownMenuContent side="top">
        {others.map(({ to, label, icon: Icon }) => (
          <DropdownMenuItem key={to} asChild>
            <Link to={to}>
              <Icon aria-hidden />
              {label}
            </Link>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
