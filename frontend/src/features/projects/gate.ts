import { formatScore } from '@/i18n/format';
import { m } from '@/i18n/messages';
import type { GateCondition, QualityGate } from '@/types/review';

export type GateMetric = GateCondition['metric'];

/** A condition as it is edited: the limit is what was typed. */
export interface EditedCondition {
  readonly metric: GateMetric;
  readonly threshold: string;
}

export const gateMetrics = Object.keys(m.projects.gate.metrics) as readonly GateMetric[];

/** Scores ask for at least their limit; counts allow at most theirs. */
export function isScore(metric: GateMetric): boolean {
  return !metric.endsWith('issues');
}

/** `Critical findings: at most 0`. */
export function boundWords({ metric, threshold }: GateCondition): string {
  const { metrics, atMost, atLeast } = m.projects.gate;
  return `${metrics[metric]}: ${isScore(metric) ? atLeast : atMost} ${formatScore(threshold)}`;
}

export function edited({ conditions }: QualityGate): readonly EditedCondition[] {
  return conditions.map(({ metric, threshold }) => ({ metric, threshold: String(threshold) }));
}

/** The gate as the server takes it; null while a limit is no number in its range. */
export function gateOf(conditions: readonly EditedCondition[]): QualityGate | null {
  const complete = conditions.flatMap(({ metric, threshold }) => {
    const limit = Number(threshold);
    return isLimit(metric, threshold) ? [{ metric, threshold: limit }] : [];
  });
  return complete.length === conditions.length ? { conditions: complete } : null;
}

/** Counts are whole numbers from 0; scores go from 0 to 10. */
export function isLimit(metric: GateMetric, threshold: string): boolean {
  const limit = Number(threshold);
  if (threshold.trim() === '' || !Number.isFinite(limit) || limit < 0) return false;
  return isScore(metric) ? limit <= 10 : Number.isInteger(limit);
}

/** The first measure that no condition uses; each can be used once. */
export function unusedMetric(conditions: readonly EditedCondition[]): GateMetric | undefined {
  return gateMetrics.find((metric) => conditions.every((condition) => condition.metric !== metric));
}
