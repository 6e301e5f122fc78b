import { Link } from 'react-router';
import { buttonVariants } from '@/components/ui/button';
import { HistoryList } from '@/features/history/HistoryList';
import { useBreadcrumb } from '@/hooks/useBreadcrumb';
import { usePageTitle } from '@/hooks/usePageTitle';
import { m } from '@/i18n/messages';

export default function History() {
  usePageTitle(m.history.title);
  useBreadcrumb({ label: m.history.title });
  return (
    <div className="pb-6">
      <div className="flex items-center justify-between gap-3 px-4 py-4 md:px-6">
        <h1 className="text-xl font-semibold">{m.history.title}</h1>
        <Link to="/reviews/new" className={buttonVariants()}>
          {m.nav.newReview}
        </Link>
      </div>
      <HistoryList />
    </div>
  );
}
