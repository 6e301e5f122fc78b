import { PageHeader } from '@/components/common/PageHeader';
import { Accounts } from '@/features/administration/Accounts';
import { useBreadcrumb } from '@/hooks/useBreadcrumb';
import { usePageTitle } from '@/hooks/usePageTitle';
import { m } from '@/i18n/messages';

export default function Administration() {
  usePageTitle(m.administration.title);
  useBreadcrumb({ label: m.administration.title });
  return (
    <div className="pb-8">
      <PageHeader title={m.administration.title} description={m.administration.lead} />
      <Accounts />
    </div>
  );
}
