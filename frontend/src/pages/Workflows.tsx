import { PageHeader } from '@/components/common/PageHeader';
import { WorkflowCatalogue } from '@/features/workflows/WorkflowCatalogue';
import { useBreadcrumb } from '@/hooks/useBreadcrumb';
import { usePageTitle } from '@/hooks/usePageTitle';
import { m } from '@/i18n/messages';

export default function Workflows() {
  usePageTitle(m.workflows.title);
  useBreadcrumb({ label: m.workflows.title });
  return (
    <div className="pb-8">
      <PageHeader title={m.workflows.title} description={m.workflows.lead} />
      <WorkflowCatalogue />
    </div>
  );
}
