import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useRef } from 'react';
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router';
import { ErrorBoundary } from '@/components/common/ErrorBoundary';
import { OfflineBanner } from '@/components/common/OfflineBanner';
import { Toaster } from '@/components/common/Toaster';
import { UpdateNotice } from '@/components/common/UpdateNotice';
import { m } from '@/i18n/messages';
import { forgetCopies } from '@/services/offlineCopies';
import { hasSession, onSignedOut } from '@/services/session';
import { FrameCommands } from './FrameCommands';
import { Header } from './Header';
import { LimitBanner } from './LimitBanner';
import { BottomBar, Rail } from './Navigation';
import { PageSkeleton } from './PageSkeleton';
import { VerifyBanner } from './VerifyBanner';

/** The frame of every page behind the sign-in. */
export default function AppLayout() {
  const location = useLocation();
  useSignedOutRedirect();
  const content = useFocusOnNavigation(location.pathname);
  if (!hasSession()) {
    const target = encodeURIComponent(location.pathname + location.search);
    return <Navigate to={`/login?return_to=${target}`} replace />;
  }
  return (
    <div className="flex min-h-dvh">
      <a
        href="#content"
        className="pointer-events-none fixed start-2 top-2 z-50 rounded-md bg-primary px-3 py-2 font-medium text-primary-foreground opacity-0 focus:opacity-100"
      >
        {m.nav.skip}
      </a>
      <Rail />
      <FrameCommands />
      <div className="flex min-w-0 flex-1 flex-col">
        <Header />
        <OfflineBanner />
        <LimitBanner />
        <UpdateNotice />
        <VerifyBanner />
        <main
          ref={content}
          id="content"
          tabIndex={-1}
          className="flex min-w-0 flex-1 flex-col pb-14 outline-none md:pb-0 print:pb-0"
        >
          <ErrorBoundary key={location.pathname} within>
            <Suspense fallback={<PageSkeleton />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </main>
        <BottomBar />
      </div>
      <Toaster />
    </div>
  );
}

/** Another page begins at its content, for those who don't see that it changed. */
function useFocusOnNavigation(pathname: string) {
  const content = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    content.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);
  return content;
}

/** When the session ends here or in another tab, nothing of it stays in memory. */
function useSignedOutRedirect(): void {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { pathname, search } = useLocation();
  useEffect(
    () =>
      onSignedOut((reason) => {
        queries.clear();
        void forgetCopies();
        const here = encodeURIComponent(pathname + search);
        void navigate(reason === 'by-choice' ? '/login' : `/login?ended=1&return_to=${here}`, {
          replace: true,
        });
      }),
    [navigate, queries, pathname, search],
  );
}
