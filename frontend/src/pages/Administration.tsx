import { Ban } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { EmptyState } from '@/components/common/EmptyState';
import { PageHeader } from '@/components/common/PageHeader';
import { PageSkeleton } from '@/components/layout/PageSkeleton';
import { buttonVariants } from '@/components/ui/button';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { Accounts } from '@/features/administration/Accounts';
import { Spending } from '@/features/administration/Spending';
import { useBreadcrumb } from '@/hooks/useBreadcrumb';
import { usePageTitle } from '@/hooks/usePageTitle';
import { useProfile } from '@/hooks/useSession';
import { m } from '@/i18n/messages';

const tabs = ['accounts', 'spending'] as const;

/** The administrators' page; the address says which tab is open. */
export default function Administration() {
  usePageTitle(m.administration.title);
  const [search, setSearch] = useSearchParams();
  const tab = tabs.find((known) => known === search.get('tab')) ?? 'accounts';
  useBreadcrumb({ label: m.administration.title });
  const profile = useProfile();
  if (profile.isPending) return <PageSkeleton />;
  // Who is not known to be anybody else is left to the server to refuse.
  if (profile.data && profile.data.role !== 'admin') {
    return (
      <>
        <PageHeader title={m.administration.title} />
        <EmptyState icon={Ban} title={m.errors.forbidden} text={m.administration.onlyAdmins}>
          <Link to="/dashboard" className={buttonVariants({ variant: 'outline' })}>
            {m.nav.dashboard}
          </Link>
        </EmptyState>
      </>
    );
  }
  return (
    <div className="pb-8">
      <PageHeader title={m.administration.title} description={m.administration.lead} />
      <Tabs
        value={tab}
        onValueChange={(next) => setSearch(next === 'accounts' ? {} : { tab: next }, { replace: true })}
        className="min-w-0"
      >
        <TabsList className="mb-3 px-4 md:px-6">
          {tabs.map((name) => (
            <TabsTrigger key={name} value={name}>
              {m.administration.tabs[name]}
            </TabsTrigger>
          ))}
        </TabsList>
        <TabsContent value="accounts">
          <Accounts />
        </TabsContent>
        <TabsContent value="spending">
          <Spending />
        </TabsContent>
      </Tabs>
    </div>
  );
}
