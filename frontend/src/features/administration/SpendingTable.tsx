import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table';
import { formatDollars, formatNumber } from '@/i18n/format';
import { m } from '@/i18n/messages';
import type { MonthlySpend } from '@/types/review';

const a = m.administration;

/** Who spent how much, and of what they may spend. */
export function SpendingTable({ people }: { people: readonly MonthlySpend[] }) {
  return (
    <Table caption={a.spendingTable}>
      <TableHeader>
        <TableRow>
          <TableHead>{a.account}</TableHead>
          <TableHead className="text-end">{a.jobs}</TableHead>
          <TableHead className="text-end">{a.spent}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {people.map(({ user_id, email, username, full_name, jobs, cost_usd, usd_per_month: most }) => (
          <TableRow key={user_id}>
            <TableCell className="w-full max-w-0">
              <span className="block truncate font-medium">{full_name ?? username}</span>
              <span className="block truncate text-xs text-muted-foreground" title={email}>
                {email}
              </span>
            </TableCell>
            <TableCell className="tabular text-end">{formatNumber(jobs)}</TableCell>
            <TableCell className="tabular text-end whitespace-nowrap">
              <span className="block">{formatDollars(cost_usd)}</span>
              {most !== null && (
                <span className="block text-xs text-muted-foreground">{a.ofQuota(formatDollars(most))}</span>
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
