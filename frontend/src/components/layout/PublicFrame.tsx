import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Logo } from '@/components/common/Logo';
import { m } from '@/i18n/messages';

/** The frame of pages that need no session. */
export function PublicFrame({ actions, children }: { actions?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="mx-auto flex h-14 w-full max-w-7xl items-center justify-between gap-4 px-4 md:px-6">
        <Link to="/" aria-label={m.nav.home} className="flex items-center gap-2 rounded-md font-semibold">
          <Logo className="size-6" />
          <span className="max-sm:sr-only">{m.product}</span>
        </Link>
        <div className="flex items-center gap-1">{actions}</div>
      </header>
      <main className="flex flex-1 flex-col">{children}</main>
    </div>
  );
}
