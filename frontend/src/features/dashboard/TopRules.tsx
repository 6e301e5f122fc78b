import { RuleName } from '@/components/common/RuleName';
import { Card, CardContent, CardHeader } from '@/components/ui/card';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table';
import { formatNumber } from '@/i18n/format';
import { m } from '@/i18n/messages';
import type { Overview } from '@/types/review';

const d = m.dashboard;
const mostShown = 6;

/** The rules that report most, and how much of that was dismissed. */
export function TopRules({ rules }: { rules: Overview['top_rules'] }) {
  return (
    <Card>
      <CardHeader title={d.rules} description={d.rulesText} />
      {rules.length === 0 ? (
        <CardContent className="text-sm text-muted-foreground">{d.noRules}</CardContent>
      ) : (
        <Table caption={d.rules}>
          <TableHeader>
            <TableRow>
              <TableHead>{d.rule}</TableHead>
              <TableHead numeric>{d.ruleFindings}</TableHead>
              <TableHead numeric>{d.ruleDismissed}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {rules.slice(0, mostShown).map(({ name, title, findings, dismissed_share }) => (
              <TableRow key={name}>
                <TableCell className="w-full">
                  <RuleName id={name} title={title} />
                  {title && <code className="block text-xs break-all text-muted-foreground">{name}</code>}
                </TableCell>
                <TableCell numeric>{formatNumber(findings)}</TableCell>
                <TableCell numeric>{d.share(dismissed_share ?? 0)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Card>
  );
}
