import { DashboardView } from '@/features/dashboard/DashboardView';
import { useBreadcrumb } from '@/hooks/useBreadcrumb';
import { usePageTitle } from '@/hooks/usePageTitle';
import { m } from '@/i18n/messages';

export default function Dashboard() {
  usePageTitle(m.dashboard.title);
  useBreadcrumb({ label: m.dashboard.title });
  return (
    <div className="pb-8">
      <DashboardView />
    </div>
  );
}
