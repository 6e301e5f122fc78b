import { m } from '@/i18n/messages';
import { formatScore } from '@/i18n/format';
import type { Coverage, Verdict } from '@/types/review';

type Condition = Verdict['conditions'][number];

/** `Critical findings: 1, at most 0 allowed`. */
export function conditionWords({ metric, actual, operator, threshold }: Condition): string {
  const name = m.results.metrics[metric] ?? metric;
  return m.results.condition(name, formatScore(actual), m.results.bounds[operator](formatScore(threshold)));
}

/** The verdict in one sentence; the conditions themselves follow it. */
export function verdictSentence({ gate, conditions }: Verdict, { files }: Coverage): string {
  const words = m.results.verdictSentence;
  switch (gate) {
    case 'passed':
      return words.passed(conditions.length);
    case 'failed':
      return words.failed(conditions.filter(({ passed }) => !passed).length, conditions.length);
    case 'incomplete':
      return words.incomplete(files.filter(({ status }) => status !== 'reviewed').length);
  }
}
