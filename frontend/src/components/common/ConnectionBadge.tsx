import { Badge } from '@/components/ui/badge';
import { Tooltip } from '@/components/ui/tooltip';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { ConnectionState } from '@/services/jobSocket';
import { useConnectionStore } from '@/store/connectionStore';

const dots: Record<ConnectionState, string> = {
  connecting: 'border-muted-foreground border-2',
  live: 'bg-success',
  reconnecting: 'border-warning border-2',
  polling: 'bg-warning',
  closed: 'bg-muted-foreground',
};

/** How events reach this page now; nothing while no review is watched. */
export function ConnectionBadge() {
  const state = useConnectionStore((connection) => connection.state);
  if (!state || state === 'closed') return null;
  return (
    <Tooltip label={m.connection.explain[state]}>
      <Badge role="status" className="text-foreground">
        <span aria-hidden className={cn('size-2 rounded-full', dots[state])} />
        {m.connection[state]}
      </Badge>
    </Tooltip>
  );
}
