import { Ban, Circle, CircleCheck, CircleX, Hourglass, LoaderCircle, type LucideIcon } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { JobStatus } from '@/types/review';

const looks: Record<JobStatus, readonly [icon: LucideIcon, color: string]> = {
  queued: [Circle, 'text-muted-foreground'],
  running: [LoaderCircle, 'text-link'],
  awaiting_approval: [Hourglass, 'text-warning'],
  completed: [CircleCheck, 'text-success'],
  failed: [CircleX, 'text-destructive'],
  cancelled: [Ban, 'text-muted-foreground'],
};

interface StatusBadgeProps {
  status: JobStatus;
  className?: string;
}

/** A job's status as icon and word. */
export function StatusBadge({ status, className }: StatusBadgeProps) {
  const [Icon, color] = looks[status];
  return (
    <Badge className={cn('text-foreground', className)}>
      <Icon aria-hidden className={color} />
      {m.status[status]}
    </Badge>
  );
}
