import type { ComponentProps } from 'react';
import { cn } from '@/lib/utils';

/** A one-line text input. Inputs keep 16 px on touch screens, or phones would zoom in on focus. */
export function Input({ className, type = 'text', ...props }: ComponentProps<'input'>) {
  return (
    <input
      type={type}
      className={cn(
        'h-9 w-full min-w-0 rounded-md border border-border-strong bg-card px-3 text-base transition-colors duration-150 placeholder:text-muted-foreground touch:h-11 touch:text-lg',
        'disabled:cursor-not-allowed disabled:opacity-60 aria-invalid:border-destructive',
        className,
      )}
      {...props}
    />
  );
}
