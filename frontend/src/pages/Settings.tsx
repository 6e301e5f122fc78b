import { useEffect, useRef } from 'react';
import { Navigate, NavLink, useParams } from 'react-router';
import { PageHeader } from '@/components/common/PageHeader';
import { AccountSettings } from '@/features/settings/AccountSettings';
import { ApiKeySettings } from '@/features/settings/ApiKeySettings';
import { AppearanceSettings } from '@/features/settings/AppearanceSettings';
import { NotificationSettings } from '@/features/settings/NotificationSettings';
import { PasswordSettings } from '@/features/settings/PasswordSettings';
import { ProfileSettings } from '@/features/settings/ProfileSettings';
import { QuotaSettings } from '@/features/settings/QuotaSettings';
import { RepositorySettings } from '@/features/settings/RepositorySettings';
import { SessionSettings } from '@/features/settings/SessionSettings';
import { SignInSettings } from '@/features/settings/SignInSettings';
import { useBreadcrumb } from '@/hooks/useBreadcrumb';
import { usePageTitle } from '@/hooks/usePageTitle';
import { m } from '@/i18n/messages';

const s = m.settings;

const sections = {
  profile: <ProfileSettings />,
  security: (
    <>
      <SignInSettings />
      <PasswordSettings />
      <SessionSettings />
    </>
  ),
  keys: <ApiKeySettings />,
  repositories: <RepositorySettings />,
  notifications: <NotificationSettings />,
  appearance: <AppearanceSettings />,
  account: (
    <>
      <QuotaSettings />
      <AccountSettings />
    </>
  ),
} as const;

type Section = keyof typeof sections;
const names = Object.keys(sections) as Section[];

export default function Settings() {
  const asked = useParams().section;
  const section = names.find((name) => name === asked);
  usePageTitle(section ? s.sections[section] : s.title);
  useBreadcrumb({ label: s.title, to: '/settings' }, ...(section ? [{ label: s.sections[section] }] : []));
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (list.current && current) list.current.scrollLeft = current.offsetLeft - 48;
  }, [section]);
  if (!section) return <Navigate to="/settings/profile" replace />;
  return (
    <div className="pb-8">
      <PageHeader title={s.title} />
      <div className="grid gap-x-8 gap-y-4 px-4 md:grid-cols-[12rem_minmax(0,44rem)] md:px-6">
        <nav aria-label={s.navigation} className="min-w-0">
          <ul ref={list} className="relative flex gap-1 overflow-x-auto md:grid">
            {names.map((name) => (
              <li key={name}>
                <NavLink
                  to={`/settings/${name}`}
                  className="flex h-8 items-center rounded-md px-2.5 text-sm font-medium whitespace-nowrap text-muted-foreground -outline-offset-2 hover:bg-accent hover:text-foreground aria-[current]:bg-accent aria-[current]:text-foreground touch:h-11"
                >
                  {s.sections[name]}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="grid min-w-0 content-start gap-4">{sections[section]}</div>
      </div>
    </div>
  );
}
