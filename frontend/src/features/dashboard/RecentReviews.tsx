import { Link } from 'react-router';
import { QueryView } from '@/components/common/QueryView';
import { ReviewTable } from '@/components/common/ReviewTable';
import { Card, CardContent, CardHeader } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { useHistory } from '@/hooks/useHistory';
import { m } from '@/i18n/messages';

const d = m.dashboard;

/** The latest reviews, current while one is under way. */
export function RecentReviews() {
  const history = useHistory({ limit: 8 });
  return (
    <Card className="overflow-hidden">
      <CardHeader title={d.recent}>
        <Link to="/history" className="text-sm text-link hover:underline">
          {d.all}
        </Link>
      </CardHeader>
      <QueryView
        query={history}
        loading={<Skeleton className="mx-4 mb-4 h-64" />}
        isEmpty={({ items }) => items.length === 0}
        empty={<CardContent className="text-sm text-muted-foreground">{m.history.emptyText}</CardContent>}
      >
        {({ items }) => <ReviewTable items={items} />}
      </QueryView>
    </Card>
  );
}
