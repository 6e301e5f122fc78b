import { CircleCheck, CircleX } from 'lucide-react';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { Verdict } from '@/types/review';
import { conditionWords } from './verdictWords';

interface ConditionsProps {
  conditions: Verdict['conditions'];
  /** On phones those that are met can be left out. */
  unmetOnly?: boolean;
}

/** By which numbers the verdict came about. */
export function Conditions({ conditions, unmetOnly = false }: ConditionsProps) {
  if (conditions.length === 0) return null;
  return (
    <ul aria-label={m.results.conditions} className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {conditions.map((condition, index) => (
        <li
          key={index}
          className={cn(
            'inline-flex items-start gap-1.5',
            condition.passed && 'text-muted-foreground',
            condition.passed && unmetOnly && 'max-md:hidden',
          )}
        >
          <Met passed={condition.passed} />
          {conditionWords(condition)}
        </li>
      ))}
    </ul>
  );
}

function Met({ passed }: { passed: boolean }) {
  const Icon = passed ? CircleCheck : CircleX;
  return (
    <Icon
      role="img"
      aria-label={passed ? m.results.conditionMet : m.results.conditionNotMet}
      className={cn('mt-0.5 size-4 shrink-0', passed ? 'text-success' : 'text-destructive')}
    />
  );
}
