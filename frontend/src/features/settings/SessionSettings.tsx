import { InlineError } from '@/components/common/ErrorState';
import { QueryView } from '@/components/common/QueryView';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table';
import { useEndSession, useSessions } from '@/hooks/useAccount';
import { useNow } from '@/hooks/useNow';
import { formatAgo, formatDateTime } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { toast } from '@/store/toastStore';
import type { Session } from '@/types/review';
import { deviceOf } from './device';

const s = m.settings.sessions;

/** Where the person is signed in, with a way to end each. */
export function SessionSettings() {
  const sessions = useSessions();
  const end = useEndSession();
  const now = useNow(60_000);
  return (
    <Card>
      <CardHeader title={s.title} description={s.text} />
      {end.isError && (
        <div className="px-4 pb-2">
          <InlineError error={end.error} lead={s.failed} />
        </div>
      )}
      <QueryView query={sessions} loading={<Skeleton className="mx-4 mb-4 h-28" />}>
        {(items) => (
          <Table caption={s.table}>
            <TableHeader>
              <TableRow>
                <TableHead>{s.device}</TableHead>
                <TableHead className="max-sm:hidden">{s.address}</TableHead>
                <TableHead className="max-sm:hidden">{s.since}</TableHead>
                <TableHead>{s.used}</TableHead>
                <TableHead>
                  <span className="sr-only">{s.end}</span>
                </TableHead>
              </TableRow>
            </TableHeader>
            <TableBody>
              {items.map((session) => (
                <SessionRow
                  key={session.id}
                  session={session}
                  now={now}
                  busy={end.isPending}
                  onEnd={() =>
                    end.mutate(session.id, { onSuccess: () => toast({ kind: 'done', text: s.ended }) })
                  }
                />
              ))}
            </TableBody>
          </Table>
        )}
      </QueryView>
    </Card>
  );
}

interface SessionRowProps {
  session: Session;
  now: number;
  busy: boolean;
  onEnd: () => void;
}

function SessionRow({ session, now, busy, onEnd }: SessionRowProps) {
  const device = deviceOf(session.agent);
  return (
    <TableRow>
      <TableCell title={session.agent}>
        <span className="block font-medium">{device}</span>
        {session.current && <Badge>{s.current}</Badge>}
      </TableCell>
      <TableCell className="tabular max-sm:hidden">{session.address}</TableCell>
      <TableCell className="whitespace-nowrap max-sm:hidden">
        <time dateTime={session.created_at}>{formatDateTime(session.created_at)}</time>
      </TableCell>
      <TableCell className="whitespace-nowrap">
        <time dateTime={session.refreshed_at} title={formatDateTime(session.refreshed_at)}>
          {formatAgo(session.refreshed_at, now)}
        </time>
      </TableCell>
      <TableCell className="text-end">
        {!session.current && (
          <Button variant="outline" size="sm" aria-label={s.endOf(device)} disabled={busy} onClick={onEnd}>
            {s.end}
          </Button>
        )}
      </TableCell>
    </TableRow>
  );
}
