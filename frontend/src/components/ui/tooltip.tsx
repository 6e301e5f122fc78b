import { Tooltip as Primitive } from 'radix-ui';
import type { ReactElement } from 'react';

interface TooltipProps {
  label: string;
  side?: 'top' | 'right' | 'bottom' | 'left';
  children: ReactElement;
}

/** Names a control that shows only an icon; the control still carries its own accessible name. */
export function Tooltip({ label, side = 'bottom', children }: TooltipProps) {
  return (
    <Primitive.Provider delayDuration={400}>
      <Primitive.Root>
        <Primitive.Trigger asChild>{children}</Primitive.Trigger>
        <Primitive.Portal>
          <Primitive.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-50 animate-fade rounded-sm bg-foreground px-2 py-1 text-xs text-background"
          >
            {label}
          </Primitive.Content>
        </Primitive.Portal>
      </Primitive.Root>
    </Primitive.Provider>
  );
}
