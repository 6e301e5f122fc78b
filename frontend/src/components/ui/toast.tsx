import { X } from 'lucide-react';
import { Toast as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from '@/lib/utils';
import { buttonVariants } from './button';

export const ToastProvider = Primitive.Provider;

interface ToastProps {
  text: ReactNode;
  kind: 'done' | 'failed';
  /** Something to do about it, such as taking it back. */
  action?: { readonly label: string; readonly run: () => void };
  closeLabel: string;
  /** How long it stays; it waits while it is pointed at or focused. */
  duration: number;
  onClosed: () => void;
}

/** A short message that goes by itself. It never carries what cannot be found elsewhere. */
export function Toast({ text, kind, action, closeLabel, duration, onClosed }: ToastProps) {
  return (
    <Primitive.Root
      type={kind === 'failed' ? 'foreground' : 'background'}
      duration={duration}
      onOpenChange={(open) => {
        if (!open) onClosed();
      }}
      className={cn(
        'flex animate-arrive items-center gap-2 rounded-lg border bg-popover py-2 ps-4 pe-2 text-sm text-popover-foreground shadow-popover',
        kind === 'failed' && 'border-s-3 border-s-destructive',
      )}
    >
      <Primitive.Description className="min-w-0 flex-1">{text}</Primitive.Description>
      {action && (
        <Primitive.Action
          altText={action.label}
          onClick={action.run}
          className={buttonVariants({ variant: 'outline', size: 'sm' })}
        >
          {action.label}
        </Primitive.Action>
      )}
      <Primitive.Close
        aria-label={closeLabel}
        className="grid size-7 shrink-0 place-items-center rounded-md text-muted-foreground hover:bg-accent hover:text-foreground touch:size-11"
      >
        <X aria-hidden className="size-4" />
      </Primitive.Close>
    </Primitive.Root>
  );
}

/** Where toasts stand: above the bottom bar of phones, in the corner of wide screens. F8 reaches them. */
export function ToastViewport({ label }: { label: string }) {
  return (
    <Primitive.Viewport
      label={label}
      className="fixed end-4 bottom-18 z-50 grid w-[min(24rem,calc(100vw-2rem))] gap-2 outline-none md:bottom-4 print:hidden"
    />
  );
}
