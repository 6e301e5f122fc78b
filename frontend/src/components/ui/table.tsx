import type { ComponentProps } from 'react';
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
  return <thead className={cn('border-b text-start text-xs text-muted-foreground', className)} {...props} />;
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

const edge = 'px-3 first:ps-(--gutter) last:pe-(--gutter)';

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
        numeric ? 'text-end' : 'text-start',
        className,
      )}
      {...props}
    />
  );
}

export function TableCell({
  numeric = false,
  className,
  ...props
}: ComponentProps<'td'> & { numeric?: boolean }) {
  return (
    <td
      className={cn(edge, 'h-9 py-1.5 align-middle touch:h-11', numeric && 'tabular text-end', className)}
      {...props}
    />
  );
}
