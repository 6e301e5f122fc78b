import { PageHeader } from '@/components/common/PageHeader';
import { RuleCatalogue } from '@/features/rules/RuleCatalogue';
import { useBreadcrumb } from '@/hooks/useBreadcrumb';
import { usePageTitle } from '@/hooks/usePageTitle';
import { m } from '@/i18n/messages';

export default function Rules() {
  usePageTitle(m.rules.title);
  useBreadcrumb({ label: m.rules.title });
  return (
    <div className="pb-8">
      <PageHeader title={m.rules.title} description={m.rules.lead} />
      <RuleCatalogue />
    </div>
  );
}
