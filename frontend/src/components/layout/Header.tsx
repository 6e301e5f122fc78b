import { LogOut } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import { ConnectionBadge } from '@/components/common/ConnectionBadge';
import { Logo } from '@/components/common/Logo';
import { ThemeMenu } from '@/components/common/ThemeMenu';
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
import type { User } from '@/types/review';

/** Where I am, how the page is connected, theme and account. */
export function Header() {
  const profile = useProfile();
  return (
    <header className="sticky top-0 z-30 flex h-12 shrink-0 items-center gap-2 border-b bg-background/95 px-4 md:px-6">
      <Link to="/" aria-label={m.nav.home} className="rounded-md md:hidden">
        <Logo className="size-6" />
      </Link>
      <Breadcrumb />
      <div className="ml-auto flex items-center gap-1">
        <ConnectionBadge />
        <ThemeMenu />
        {profile.data && <AccountMenu user={profile.data} />}
      </div>
    </header>
  );
}

function Breadcrumb() {
  const { pathname } = useLocation();
  const jobId = /^\/reviews\/(?!new$)([^/]+)$/.exec(pathname)?.[1];
  const here = pathname === '/reviews/new' ? m.nav.newReview : m.nav.history;
  return (
    <nav aria-label={m.nav.breadcrumb} className="min-w-0">
      <ol className="flex items-center gap-1.5 text-sm">
        {jobId ? (
          <>
            <li>
              <Link to="/history" className="text-muted-foreground hover:text-foreground">
                {m.nav.history}
              </Link>
            </li>
            <li aria-hidden className="text-muted-foreground">
              /
            </li>
            <li aria-current="page" className="truncate font-medium">
              <code className="text-xs">{jobId.slice(0, 8)}</code>
            </li>
          </>
        ) : (
          <li aria-current="page" className="truncate font-medium">
            {here}
          </li>
        )}
      </ol>
    </nav>
  );
}

function AccountMenu({ user }: { user: User }) {
  const signOut = useSignOut();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        aria-label={m.nav.account(user.username)}
        className="grid size-8 place-items-center rounded-md hover:bg-accent touch:size-11"
      >
        <span
          aria-hidden
          className="grid size-6 place-items-center rounded-full bg-secondary text-xs font-semibold text-secondary-foreground uppercase"
        >
          {user.username.slice(0, 1)}
        </span>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuLabel>
          <span className="block text-sm font-medium text-foreground">{user.full_name ?? user.username}</span>
          <span className="block">{user.email}</span>
          {!user.email_verified && <span className="mt-1 block text-warning">{m.nav.unverified}</span>}
        </DropdownMenuLabel>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => signOut.mutate()}>
          <LogOut aria-hidden />
          {m.nav.signOut}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
