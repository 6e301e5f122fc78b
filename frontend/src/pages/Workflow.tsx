import { Link, useParams } from 'react-router';
import { QueryView } from '@/components/common/QueryView';
import { PageSkeleton } from '@/components/layout/PageSkeleton';
import { buttonVariants } from '@/components/ui/button';
import { WorkflowView } from '@/features/workflows/WorkflowView';
import { useBreadcrumb } from '@/hooks/useBreadcrumb';
import { usePageTitle } from '@/hooks/usePageTitle';
import { useWorkflow } from '@/hooks/useWorkflows';
import { m } from '@/i18n/messages';

export default function Workflow() {
  const { name = '' } = useParams();
  const workflow = useWorkflow(name);
  const title = workflow.data?.title ?? m.workflow[name] ?? m.workflows.title;
  usePageTitle(title);
  useBreadcrumb({ label: m.workflows.title, to: '/workflows' }, { label: title });
  return (
    <QueryView
      query={workflow}
      loading={<PageSkeleton />}
      wayOut={
        <Link to="/workflows" className={buttonVariants({ variant: 'outline' })}>
          {m.workflows.all}
        </Link>
      }
    >
      {(data) => <WorkflowView key={data.name} workflow={data} />}
    </QueryView>
  );
}
