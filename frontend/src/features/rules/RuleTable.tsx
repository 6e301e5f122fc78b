import { Link } from 'react-router';
import { SeverityIcon } from '@/components/common/Severity';
import { addressOfRule } from '@/hooks/useRules';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { RuleSummary } from '@/types/review';
import { languageLabel } from '@/utils/languages';

const r = m.rules;
const cell = 'px-3 py-2 first:ps-4 last:pe-4 md:last:pe-6';
const head = cn(cell, 'font-medium whitespace-nowrap');

/** One row a rule; its title is the link to it. */
export function RuleTable({ rules }: { rules: readonly RuleSummary[] }) {
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{r.caption}</caption>
      <thead className="border-y text-start text-xs text-muted-foreground">
        <tr>
          <th scope="col" className={head}>
            {r.rule}
          </th>
          <th scope="col" className={cn(head, 'max-sm:hidden')}>
            {r.severity}
          </th>
          <th scope="col" className={cn(head, 'max-md:hidden')}>
            {r.language}
          </th>
          <th scope="col" className={cn(head, 'max-xl:hidden')}>
            {r.weakness}
          </th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.id} className="relative border-b hover:bg-muted">
            <td className={cn(cell, 'w-full max-w-0')}>
              <span className="flex items-start gap-2">
                <SeverityIcon severity={rule.severity} className="mt-0.5 sm:hidden" />
                <span className="min-w-0 flex-1">
                  <Link
                    to={addressOfRule(rule.id) ?? '/rules'}
                    className="block font-medium -outline-offset-2 after:absolute after:inset-0 sm:truncate"
                  >
                    {rule.title}
                  </Link>
                  <span className="block truncate font-mono text-xs text-muted-foreground">{rule.id}</span>
                </span>
              </span>
            </td>
            <td className={cn(cell, 'whitespace-nowrap max-sm:hidden')}>
              <span className="inline-flex items-center gap-1.5">
                <SeverityIcon severity={rule.severity} decorative />
                {m.severity[rule.severity]}
              </span>
            </td>
            <td className={cn(cell, 'whitespace-nowrap text-muted-foreground max-md:hidden')}>
              {languageLabel(rule.language)}
            </td>
            <td className={cn(cell, 'whitespace-nowrap text-muted-foreground max-xl:hidden')}>
              {rule.cwe.join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
