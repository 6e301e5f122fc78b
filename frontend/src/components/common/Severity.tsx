import { CircleDot, Diamond, Info, OctagonAlert, TriangleAlert, type LucideIcon } from 'lucide-react';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { IssueCounts, Severity } from '@/types/review';
import { severities } from '@/utils/severity';

/** Each severity has a shape, a hue and a word, so that none of them has to carry the meaning alone. */
const icons: Record<Severity, LucideIcon> = {
  critical: OctagonAlert,
  high: TriangleAlert,
  medium: Diamond,
  low: CircleDot,
  info: Info,
};

const colors: Record<Severity, string> = {
  critical: 'text-critical',
  high: 'text-high',
  medium: 'text-medium',
  low: 'text-low',
  info: 'text-info',
};

interface SeverityProps {
  severity: Severity;
  className?: string;
}

/** The icon with the severity as its name; without one where the word stands beside it. */
export function SeverityIcon({
  severity,
  decorative = false,
  className,
}: SeverityProps & { decorative?: boolean }) {
  const Icon = icons[severity];
  return (
    <Icon
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': m.severity[severity] })}
      className={cn('size-4 shrink-0', colors[severity], className)}
    />
  );
}

/** Icon and word. */
export function SeverityLabel({ severity, className }: SeverityProps) {
  const Icon = icons[severity];
  return (
    <span className={cn('inline-flex items-center gap-1.5 font-medium', colors[severity], className)}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {m.severity[severity]}
    </span>
  );
}

/** Counts of those severities that occur, worst first. */
export function SeverityCounts({ counts, className }: { counts: IssueCounts; className?: string }) {
  const found = severities.filter((severity) => counts[severity] > 0);
  if (found.length === 0) return <span className="text-muted-foreground">{m.history.none}</span>;
  return (
    <span className={cn('inline-flex gap-x-3', className)}>
      {found.map((severity) => (
        <span key={severity} className="tabular inline-flex items-center gap-1">
          <SeverityIcon severity={severity} />
          {counts[severity]}
        </span>
      ))}
    </span>
  );
}
