import { PageHeader } from '@/components/common/PageHeader';
import { NewProjectDialog } from '@/features/projects/NewProjectDialog';
import { ProjectList } from '@/features/projects/ProjectList';
import { useBreadcrumb } from '@/hooks/useBreadcrumb';
import { usePageTitle } from '@/hooks/usePageTitle';
import { m } from '@/i18n/messages';

export default function Projects() {
  usePageTitle(m.projects.title);
  useBreadcrumb({ label: m.projects.title });
  return (
    <div className="pb-6">
      <PageHeader title={m.projects.title} description={m.projects.lead}>
        <NewProjectDialog />
      </PageHeader>
      <ProjectList />
    </div>
  );
}
