import { m } from '@/i18n/messages';
import { severities } from '@/utils/severity';

/** How an area is filled, so that it can be told without colour. */
export type Pattern = 'plain' | 'stripes' | 'lines' | 'dots' | 'hollow';

/** One thing that a chart counts. */
export interface Series {
  /** Its key in each row's values. */
  readonly key: string;
  readonly label: string;
  /** A CSS colour; mostly one of the theme's variables. */
  readonly color: string;
  readonly pattern?: Pattern;
}

export interface ChartRow {
  readonly label: string;
  /** The label in few letters, for the axis. */
  readonly tick?: string;
  readonly values: Readonly<Record<string, number>>;
}

const patterns: readonly Pattern[] = ['plain', 'stripes', 'lines', 'dots', 'hollow'];

/** The severities in their hues, each with a filling of its own. */
export const severitySeries: readonly Series[] = severities.map((severity, index) => ({
  key: severity,
  label: m.severity[severity],
  color: `var(--severity-${severity})`,
  pattern: patterns[index],
}));
