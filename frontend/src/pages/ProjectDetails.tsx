import { Link, useParams } from 'react-router';
import { QueryView } from '@/components/common/QueryView';
import { PageSkeleton } from '@/components/layout/PageSkeleton';
import { buttonVariants } from '@/components/ui/button';
import { ProjectView } from '@/features/projects/ProjectView';
import { useBreadcrumb } from '@/hooks/useBreadcrumb';
import { usePageTitle } from '@/hooks/usePageTitle';
import { useProject } from '@/hooks/useProjects';
import { m } from '@/i18n/messages';

export default function ProjectDetails() {
  const { projectId = '' } = useParams();
  const project = useProject(projectId);
  const name = project.data?.name;
  usePageTitle(name ?? m.projects.title);
  useBreadcrumb({ label: m.projects.title, to: '/projects' }, ...(name ? [{ label: name }] : []));
  return (
    <QueryView
      query={project}
      loading={<PageSkeleton />}
      wayOut={
        <Link to="/projects" className={buttonVariants({ variant: 'outline' })}>
          {m.projects.all}
        </Link>
      }
    >
      {(data) => <ProjectView key={data.id} project={data} />}
    </QueryView>
  );
}
