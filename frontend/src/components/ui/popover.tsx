import { Popover as Primitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/utils';

export const Popover = Primitive.Root;
export const PopoverTrigger = Primitive.Trigger;

export function PopoverContent({
  className,
  sideOffset = 6,
  ...props
}: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        align="start"
        sideOffset={sideOffset}
        collisionPadding={12}
        className={cn(
          'z-50 animate-fade rounded-lg border bg-popover p-1 text-popover-foreground shadow-popover outline-none',
          className,
        )}
        {...props}
      />
    </Primitive.Portal>
  );
}
