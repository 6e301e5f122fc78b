import type { ComponentProps } from 'react';
import { cn } from '@/lib/utils';

/** A grey box of the size of what is loading. It appears after 300 ms: a quick answer shows no flicker. */
export function Skeleton({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      aria-hidden
      className={cn(
        'animate-fade rounded-sm bg-accent [animation-delay:300ms] [animation-fill-mode:backwards]',
        className,
      )}
      {...props}
    />
  );
}
