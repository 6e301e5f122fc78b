import { Check } from 'lucide-react';
import { Checkbox as Primitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/utils';

/** A checkbox; give it a label with `htmlFor`. What can be hit is larger than the box that is seen (WCAG 2.5.8). */
export function Checkbox({ className, ...props }: ComponentProps<typeof Primitive.Root>) {
  return (
    <Primitive.Root
      className={cn('group/check -m-[3px] grid size-6 shrink-0 place-items-center rounded-sm', className)}
      {...props}
    >
      <span className="grid size-4.5 place-items-center rounded-sm border border-border-strong bg-card transition-colors group-data-[state=checked]/check:border-primary group-data-[state=checked]/check:bg-primary group-data-[state=checked]/check:text-primary-foreground">
        <Primitive.Indicator>
          <Check className="size-3.5" strokeWidth={3} aria-hidden />
        </Primitive.Indicator>
      </span>
    </Primitive.Root>
  );
}
