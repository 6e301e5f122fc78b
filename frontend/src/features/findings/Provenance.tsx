import { m } from '@/i18n/messages';
import type { Coverage } from '@/types/review';

const r = m.results.receipt;

/** With what the results were made: the same again would make the same run. */
export function Provenance({ coverage }: { coverage: Coverage }) {
  const { rules_version, code_hash, models = [], prompts = [] } = coverage;
  const facts = [
    [r.rulesVersion, rules_version],
    [r.models, models.join(', ')],
    [r.prompts, prompts.join(', ')],
    [r.codeHash, code_hash],
  ].filter(([, value]) => value);
  if (facts.length === 0) return null;
  return (
    <dl className="mt-4 grid gap-2 border-t pt-3 text-xs">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="text-muted-foreground">{name}</dt>
          <dd className="font-mono break-all">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
