import { Link, useParams } from 'react-router';
import { QueryView } from '@/components/common/QueryView';
import { PageSkeleton } from '@/components/layout/PageSkeleton';
import { buttonVariants } from '@/components/ui/button';
import { RuleView } from '@/features/rules/RuleView';
import { useBreadcrumb } from '@/hooks/useBreadcrumb';
import { usePageTitle } from '@/hooks/usePageTitle';
import { useRule } from '@/hooks/useRules';
import { m } from '@/i18n/messages';

export default function Rule() {
  const { language = '', name = '' } = useParams();
  const rule = useRule(language, name);
  usePageTitle(rule.data?.title ?? m.rules.title);
  useBreadcrumb({ label: m.rules.title, to: '/rules' }, { label: `${language}/${name}` });
  return (
    <QueryView
      query={rule}
      loading={<PageSkeleton />}
      wayOut={
        <Link to="/rules" className={buttonVariants({ variant: 'outline' })}>
          {m.rules.all}
        </Link>
      }
    >
      {(data) => <RuleView rule={data} />}
    </QueryView>
  );
}
