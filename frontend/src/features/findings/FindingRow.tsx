import { Scale, Wand2 } from 'lucide-react';
import type { MouseEvent } from 'react';
import { Link } from 'react-router';
import { SeverityIcon } from '@/components/common/Severity';
import { Checkbox } from '@/components/ui/checkbox';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { Issue } from '@/types/review';

interface FindingRowProps {
  issue: Issue;
  height: number;
  open: boolean;
  to: string;
  replace: boolean;
  selected: boolean;
  /** Whether anything is chosen, so that the boxes stay in sight. */
  selecting: boolean;
  /** Whether a touch of the row chooses it. */
  picking: boolean;
  fixed: boolean;
  onSelect: (id: string) => void;
  onExtend: (id: string) => void;
}

/** A finding of the list, a real link to itself. */
export function FindingRow(props: FindingRowProps) {
  const { issue, height, open, to, replace, selected, selecting, picking, fixed, onSelect, onExtend } = props;
  const extend = (event: MouseEvent): void => {
    if (!event.shiftKey) return;
    event.preventDefault();
    onExtend(issue.id);
  };
  const choose = (event: MouseEvent): void => {
    extend(event);
    if (!picking || event.isDefaultPrevented()) return;
    event.preventDefault();
    onSelect(issue.id);
  };
  return (
    <li
      style={{ height }}
      className={cn(
        'group/row relative border-s-2 border-b border-s-transparent select-none hover:bg-accent',
        open && 'border-s-ring bg-accent',
      )}
    >
      <Checkbox
        aria-label={m.results.select(issue.message)}
        checked={selected}
        onClick={extend}
        onCheckedChange={() => onSelect(issue.id)}
        className={cn(
          'absolute start-3.5 top-2.5 z-10 opacity-0 group-hover/row:opacity-100 focus-visible:opacity-100',
          (selecting || selected) && 'opacity-100',
        )}
      />
      <Link
        to={to}
        replace={replace}
        preventScrollReset
        aria-current={open ? 'true' : undefined}
        onClick={choose}
        className="flex h-full items-start gap-2.5 overflow-hidden px-3 py-2 text-sm -outline-offset-2 touch:py-2.5"
      >
        <SeverityIcon
          severity={issue.severity}
          className={cn('ms-0.5 mt-0.5 group-hover/row:invisible', (selecting || selected) && 'invisible')}
        />
        <span className="min-w-0 flex-1">
          <span className={cn('line-clamp-2', fixed && 'text-muted-foreground line-through')}>
            {issue.message}
          </span>
          <span className="tabular mt-0.5 flex items-center gap-2 text-xs text-muted-foreground">
            <span className="min-w-0 truncate [direction:rtl]">
              <bdi>
                {issue.file_path}
                {issue.line !== null && `:${issue.line}`}
              </bdi>
            </span>
            <span className="shrink-0">{m.results.categories[issue.category]}</span>
            {issue.change && issue.change !== 'unchanged' && (
              <span className="shrink-0 font-medium text-foreground">{m.results.change[issue.change]}</span>
            )}
            {(issue.disagreements?.length ?? 0) > 0 && (
              <Scale
                role="img"
                aria-label={m.results.disagreement.title}
                className="size-3.5 shrink-0 text-warning"
              />
            )}
            {issue.triage.state !== 'open' && (
              <span className="shrink-0">{m.results.triage.states[issue.triage.state]}</span>
            )}
            {issue.fix && (
              <Wand2 role="img" aria-label={m.results.hasFix} className="size-3.5 shrink-0 text-link" />
            )}
          </span>
        </span>
      </Link>
    </li>
  );
}
