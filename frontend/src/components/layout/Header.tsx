import { Keyboard, LogOut, Search, UsersRound } from 'lucide-react';
import { Fragment } from 'react';
import { Link } from 'react-router';
import { Avatar } from '@/components/common/Avatar';
import { ConnectionBadge } from '@/components/common/ConnectionBadge';
import { Keys } from '@/components/common/Keys';
import { Logo } from '@/components/common/Logo';
import { ThemeMenu } from '@/components/common/ThemeMenu';
import { Button } from '@/components/ui/button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import { useProfile, useSignOut } from '@/hooks/useSession';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import { useCommandStore } from '@/store/commandStore';
import { usePageStore } from '@/store/pageStore';
import type { User } from '@/types/review';

/** Where I am, how the page is connected, theme and account. */
export function Header() {
  const profile = useProfile();
  return (
    <header className="sticky top-0 z-30 flex h-12 shrink-0 items-center gap-2 border-b bg-background px-4 md:px-6 print:hidden">
      <Link to="/" aria-label={m.nav.home} className="rounded-md md:hidden">
        <Logo className="size-6" />
      </Link>
      <Breadcrumb />
      <div className="ms-auto flex items-center gap-1">
        <ConnectionBadge />
        <PaletteButton />
        <ThemeMenu />
        {profile.data && <AccountMenu user={profile.data} />}
      </div>
    </header>
  );
}

function Breadcrumb() {
  const crumbs = usePageStore((page) => page.crumbs);
  return (
    <nav aria-label={m.nav.breadcrumb} className="min-w-0">
      <ol className="flex min-w-0 items-center gap-1.5 text-sm">
        {crumbs.map(({ label, to }, index) => (
          <Fragment key={index}>
            {index > 0 && (
              <li aria-hidden className={cn('text-muted-foreground', to && 'max-sm:hidden')}>
                /
              </li>
            )}
            {to ? (
              <li className={index > 0 ? 'max-sm:hidden' : undefined}>
                <Link to={to} className="text-muted-foreground hover:text-foreground">
                  {label}
                </Link>
              </li>
            ) : (
              <li aria-current="page" className="truncate font-medium">
                {label}
              </li>
            )}
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}

/** Opens the palette, and tells its key. */
function PaletteButton() {
  const show = useCommandStore((commands) => commands.showPalette);
  return (
    <Button
      variant="outline"
      className="text-muted-foreground max-sm:size-8 max-sm:border-transparent max-sm:bg-transparent max-sm:px-0 max-sm:touch:size-11"
      aria-label={m.commands.search}
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => show(true)}
    >
      <Search aria-hidden />
      <span className="max-lg:hidden">{m.commands.search}</span>
      <Keys keys="mod+k" className="max-sm:hidden" />
    </Button>
  );
}

function AccountMenu({ user }: { user: User }) {
  const signOut = useSignOut();
  const showHelp = useCommandStore((commands) => commands.showHelp);
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        aria-label={m.nav.account(user.username)}
        className="grid size-8 place-items-center rounded-md hover:bg-accent touch:size-11"
      >
        <Avatar username={user.username} className="size-6 text-xs" />
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuLabel>
          <span className="block text-sm font-medium text-foreground">{user.full_name ?? user.username}</span>
          <span className="block">{user.email}</span>
          {!user.email_verified && <span className="mt-1 block text-warning">{m.nav.unverified}</span>}
        </DropdownMenuLabel>
        <DropdownMenuSeparator />
        {user.role === 'admin' && (
          <DropdownMenuItem asChild>
            <Link to="/administration">
              <UsersRound aria-hidden />
              {m.administration.title}
            </Link>
          </DropdownMenuItem>
        )}
        <DropdownMenuItem onSelect={() => showHelp(true)}>
          <Keyboard aria-hidden />
          {m.commands.help}
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => signOut.mutate()}>
          <LogOut aria-hidden />
          {m.nav.signOut}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
