import { FileQuestion } from 'lucide-react';
import { Link } from 'react-router';
import { EmptyState } from '@/components/common/EmptyState';
import { PublicFrame } from '@/components/layout/PublicFrame';
import { buttonVariants } from '@/components/ui/button';
import { usePageTitle } from '@/hooks/usePageTitle';
import { m } from '@/i18n/messages';

export default function NotFound() {
  usePageTitle(m.errors.notFound);
  return (
    <PublicFrame>
      <h1 className="sr-only">{m.errors.notFound}</h1>
      <EmptyState icon={FileQuestion} title={m.errors.notFound} text={m.errors.notFoundText}>
        <Link to="/" className={buttonVariants({ variant: 'outline' })}>
          {m.errors.home}
        </Link>
      </EmptyState>
    </PublicFrame>
  );
}
