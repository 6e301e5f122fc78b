import type { ComponentProps } from 'react';
import { cn } from '@/lib/utils';

/** A short word in a quiet box. */
export function Badge({ className, ...props }: ComponentProps<'span'>) {
  return (
    <span
      className={cn(
        'inline-flex h-5 items-center gap-1 rounded-sm bg-muted px-1.5 text-xs font-medium whitespace-nowrap text-muted-foreground [&_svg]:size-3.5',
        className,
      )}
      {...props}
    />
  );
}
