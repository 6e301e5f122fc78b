import { InlineError } from '@/components/common/ErrorState';
import { QueryView } from '@/components/common/QueryView';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table';
import { useApiKeys, useDeleteApiKey } from '@/hooks/useAccount';
import { useNow } from '@/hooks/useNow';
import { formatAgo, formatDateTime } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { toast } from '@/store/toastStore';
import type { ApiKey } from '@/types/review';
import { NewApiKeyDialog } from './NewApiKeyDialog';

const s = m.settings.keys;

/** The keys of the person's pipelines and editors. */
export function ApiKeySettings() {
  const keys = useApiKeys();
  const remove = useDeleteApiKey();
  const now = useNow(60_000);
  const revoke = ({ id, name }: ApiKey): void =>
    remove.mutate(id, { onSuccess: () => toast({ kind: 'done', text: s.revoked(name) }) });
  return (
    <Card>
      <CardHeader title={s.title} description={s.text}>
        <NewApiKeyDialog />
      </CardHeader>
      {remove.isError && (
        <div className="px-4 pb-2">
          <InlineError error={remove.error} lead={s.revokeFailed} />
        </div>
      )}
      <QueryView
        query={keys}
        loading={<Skeleton className="mx-4 mb-4 h-28" />}
        isEmpty={(items) => items.length === 0}
        empty={<p className="px-4 pb-4 text-sm text-muted-foreground">{s.empty}</p>}
      >
        {(items) => (
          <Table caption={s.table}>
            <TableHeader>
              <TableRow>
                <TableHead>{s.name}</TableHead>
                <TableHead className="max-sm:hidden">{s.scopes}</TableHead>
                <TableHead className="max-sm:hidden">{s.lastUsed}</TableHead>
                <TableHead>{s.ends}</TableHead>
                <TableHead>
                  <span className="sr-only">{s.revoke}</span>
                </TableHead>
              </TableRow>
            </TableHeader>
            <TableBody>
              {items.map((key) => (
                <KeyRow
                  key={key.id}
                  apiKey={key}
                  now={now}
                  busy={remove.isPending}
                  onRevoke={() => revoke(key)}
                />
              ))}
            </TableBody>
          </Table>
        )}
      </QueryView>
    </Card>
  );
}

interface KeyRowProps {
  apiKey: ApiKey;
  now: number;
  busy: boolean;
  onRevoke: () => void;
}

function KeyRow({ apiKey, now, busy, onRevoke }: KeyRowProps) {
  const { name, key_prefix, scopes, last_used_at, expires_at } = apiKey;
  return (
    <TableRow>
      <TableCell>
        <span className="block font-medium break-words">{name}</span>
        <code className="text-xs text-muted-foreground">{key_prefix}…</code>
      </TableCell>
      <TableCell className="max-sm:hidden">
        <span className="flex flex-wrap gap-1">
          {scopes.map((scope) => (
            <Badge key={scope}>{s.scope[scope].label}</Badge>
          ))}
        </span>
      </TableCell>
      <TableCell className="whitespace-nowrap max-sm:hidden">
        {last_used_at ? <time dateTime={last_used_at}>{formatAgo(last_used_at, now)}</time> : s.never}
      </TableCell>
      <TableCell className="whitespace-nowrap">
        <Expiry expiresAt={expires_at} now={now} />
      </TableCell>
      <TableCell className="text-end">
        <AlertDialog
          trigger={
            <Button variant="outline" size="sm" disabled={busy} aria-label={s.revokeOf(name)}>
              {s.revoke}
            </Button>
          }
          title={s.question(name)}
          description={s.questionText}
          confirm={s.revoke}
          dismiss={s.keep}
          onConfirm={onRevoke}
        />
      </TableCell>
    </TableRow>
  );
}

function Expiry({ expiresAt, now }: { expiresAt: string | null; now: number }) {
  if (!expiresAt) return s.never;
  if (Date.parse(expiresAt) <= now) return <Badge className="text-destructive">{s.expired}</Badge>;
  return <time dateTime={expiresAt}>{formatDateTime(expiresAt)}</time>;
}
