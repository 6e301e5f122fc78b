import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/lib/utils';

/** A table that scrolls by itself on narrow screens; the caption names it for those who can't see it. */
export function Table({
  caption,
  className,
  children,
  ...props
}: ComponentProps<'table'> & { caption: string }) {
  return (
    <div className="relative min-w-0 overflow-x-auto">
      <table className={cn('w-full border-collapse text-sm', className)} {...props}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export function TableHeader({ className, ...props }: ComponentProps<'thead'>) {
  return <thead className={cn('border-b text-left text-xs text-muted-foreground', className)} {...props} />;
}

export function TableBody(props: ComponentProps<'tbody'>) {
  return <tbody {...props} />;
}

/** `data-state="selected"` marks a chosen row. */
export function TableRow({ className, ...props }: ComponentProps<'tr'>) {
  return (
    <tr
      className={cn(
        'relative border-b last:border-0 data-[state=selected]:bg-accent [tbody>&]:hover:bg-accent/60',
        className,
      )}
      {...props}
    />
  );
}

const edge = 'px-3 first:pl-(--gutter) last:pr-(--gutter)';

export function TableHead({
  numeric = false,
  className,
  ...props
}: ComponentProps<'th'> & { numeric?: boolean }) {
  return (
    <th
      scope="col"
      className={cn(
        edge,
        'h-9 align-middle font-medium whitespace-nowrap',
        numeric && 'text-right',
        className,
      )}
      {...props}
    />
  );
}

interface SortableHeadProps {
  /** How the table is sorted by this column now. */
  sorted: 'ascending' | 'descending' | null;
  onSort: () => void;
  numeric?: boolean;
  children: ReactNode;
}

/** A column head that sorts. */
export function SortableHead({ sorted, onSort, numeric = false, children }: SortableHeadProps) {
  const Icon = sorted === 'ascending' ? ArrowUp : sorted === 'descending' ? ArrowDown : ChevronsUpDown;
  return (
    <TableHead numeric={numeric} aria-sort={sorted ?? 'none'}>
      <button
        type="button"
        onClick={onSort}
        className="inline-flex h-7 items-center gap-1 rounded-sm hover:text-foreground touch:h-11"
      >
        {children}
        <Icon aria-hidden className="size-3.5" />
      </button>
    </TableHead>
  );
}

export function TableCell({
  numeric = false,
  className,
  ...props
}: ComponentProps<'td'> & { numeric?: boolean }) {
  return (
    <td
      className={cn(edge, 'h-9 py-1.5 align-middle touch:h-11', numeric && 'tabular text-right', className)}
      {...props}
    />
  );
}
