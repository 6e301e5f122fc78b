import { useSearchParams } from 'react-router';
import { PageHeader } from '@/components/common/PageHeader';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { Accounts } from '@/features/administration/Accounts';
import { Spending } from '@/features/administration/Spending';
import { useBreadcrumb } from '@/hooks/useBreadcrumb';
import { usePageTitle } from '@/hooks/usePageTitle';
import { m } from '@/i18n/messages';

const tabs = ['accounts', 'spending'] as const;

/** The administrators' page; the address says which tab is open. */
export default function Administration() {
  usePageTitle(m.administration.title);
  const [search, setSearch] = useSearchParams();
  const tab = tabs.find((known) => known === search.get('tab')) ?? 'accounts';
  useBreadcrumb({ label: m.administration.title });
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
