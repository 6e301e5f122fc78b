import { SlidersHorizontal, UserCheck, UserX } from 'lucide-react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table';
import { formatAgo, formatDateTime, formatDollars, formatNumber } from '@/i18n/format';
import { m } from '@/i18n/messages';
import type { ManagedAccount } from '@/types/review';

const a = m.administration;

interface AccountTableProps {
  accounts: readonly ManagedAccount[];
  /** The administrator's own: it cannot be closed here. */
  ownId: string | null;
  now: number;
  busy: boolean;
  onActive: (account: ManagedAccount, active: boolean) => void;
  onQuota: (account: ManagedAccount) => void;
}

/** Who has an account, what each may use, and whether it can be used. */
export function AccountTable({ accounts, ...row }: AccountTableProps) {
  return (
    <Table caption={a.table}>
      <TableHeader>
        <TableRow>
          <TableHead>{a.account}</TableHead>
          <TableHead className="max-sm:hidden">{a.state}</TableHead>
          <TableHead className="max-md:hidden">{a.quota}</TableHead>
          <TableHead className="max-lg:hidden">{a.lastLogin}</TableHead>
          <TableHead>
            <span className="sr-only">{a.actions}</span>
          </TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {accounts.map((account) => (
          <AccountRow key={account.id} account={account} {...row} />
        ))}
      </TableBody>
    </Table>
  );
}

type RowProps = Omit<AccountTableProps, 'accounts'> & { account: ManagedAccount };

function AccountRow({ account, ownId, now, busy, onActive, onQuota }: RowProps) {
  const { id, username, email, full_name, role, active, email_verified, last_login } = account;
  return (
    <TableRow>
      <TableCell className="w-full max-w-0">
        <span className="flex flex-wrap items-center gap-x-2">
          <span className="max-w-full truncate font-medium">{full_name ?? username}</span>
          {role === 'admin' && <Badge>{a.admin}</Badge>}
          {id === ownId && <Badge>{a.you}</Badge>}
        </span>
        <span className="block truncate text-xs text-muted-foreground" title={email}>
          {email}
        </span>
        {!active && <span className="text-xs text-destructive sm:hidden">{a.closed}</span>}
      </TableCell>
      <TableCell className="whitespace-nowrap max-sm:hidden">
        <span className={active ? undefined : 'text-destructive'}>{active ? a.active : a.closed}</span>
        {!email_verified && <span className="block text-xs text-muted-foreground">{a.unverified}</span>}
      </TableCell>
      <TableCell className="tabular whitespace-nowrap max-md:hidden">
        <QuotaWords quota={account.quota} />
      </TableCell>
      <TableCell className="whitespace-nowrap text-muted-foreground max-lg:hidden">
        {last_login ? (
          <time dateTime={last_login} title={formatDateTime(last_login)}>
            {formatAgo(last_login, now)}
          </time>
        ) : (
          a.never
        )}
      </TableCell>
      <TableCell className="py-0 text-end whitespace-nowrap">
        <Button variant="ghost" size="icon" aria-label={a.quotaOf(username)} onClick={() => onQuota(account)}>
          <SlidersHorizontal aria-hidden />
        </Button>
        {id !== ownId && active && (
          <AlertDialog
            trigger={
              <Button variant="ghost" size="icon" disabled={busy} aria-label={a.closeOf(username)}>
                <UserX aria-hidden />
              </Button>
            }
            title={a.closeQuestion(username)}
            description={a.closeText}
            confirm={a.close}
            dismiss={m.settings.cancel}
            onConfirm={() => onActive(account, false)}
          />
        )}
        {!active && (
          <Button
            variant="ghost"
            size="icon"
            disabled={busy}
            aria-label={a.openOf(username)}
            onClick={() => onActive(account, true)}
          >
            <UserCheck aria-hidden />
          </Button>
        )}
      </TableCell>
    </TableRow>
  );
}

function QuotaWords({
  quota: { reviews_per_day: reviews, usd_per_month: money },
}: Pick<ManagedAccount, 'quota'>) {
  return (
    <>
      <span className="block">{reviews === null ? a.anyReviews : a.reviews(formatNumber(reviews))}</span>
      <span className="block text-xs text-muted-foreground">
        {money === null ? a.anyMoney : a.money(formatDollars(money))}
      </span>
    </>
  );
}
