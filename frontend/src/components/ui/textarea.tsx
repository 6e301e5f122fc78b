import type { ComponentProps } from 'react';
import { cn } from '@/lib/utils';

/** Text of several lines; it grows with what is typed. */
export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      className={cn(
        'field-sizing-content max-h-60 min-h-18 w-full min-w-0 rounded-md border border-border-strong bg-card px-3 py-2 text-base placeholder:text-muted-foreground aria-invalid:border-destructive touch:text-lg',
        className,
      )}
      {...props}
    />
  );
}
