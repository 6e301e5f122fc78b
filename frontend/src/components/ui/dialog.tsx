import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/lib/utils';

export const Dialog = Primitive.Root;
export const DialogTrigger = Primitive.Trigger;
export const DialogClose = Primitive.Close;

interface DialogContentProps extends Omit<ComponentProps<typeof Primitive.Content>, 'title'> {
  title: string;
  /** Said below the title; without it the title must be enough. */
  description?: ReactNode;
  /** The accessible name of the cross in the corner. */
  closeLabel: string;
  /** The title is only for those who can't see the dialog, which then begins with its first control. */
  hideTitle?: boolean;
}

/** A window over the page. It holds the focus, closes on Escape and gives the focus back. */
export function DialogContent({
  title,
  description,
  closeLabel,
  hideTitle = false,
  className,
  children,
  ...props
}: DialogContentProps) {
  return (
    <Primitive.Portal>
      <Primitive.Overlay className="fixed inset-0 z-50 animate-fade bg-black/50" />
      <Primitive.Content
        {...(description ? {} : { 'aria-describedby': undefined })}
        className={cn(
          'fixed top-[12dvh] left-1/2 z-50 flex max-h-[76dvh] w-[min(32rem,calc(100vw-2rem))] -translate-x-1/2 animate-fade flex-col rounded-lg border bg-popover text-popover-foreground shadow-popover outline-none',
          className,
        )}
        {...props}
      >
        <div className={cn('px-5 pt-4 pb-3', hideTitle && 'sr-only')}>
          <div className="pe-9">
            <Primitive.Title className="text-lg font-semibold">{title}</Primitive.Title>
            {description && (
              <Primitive.Description className="mt-0.5 text-sm text-muted-foreground">
                {description}
              </Primitive.Description>
            )}
          </div>
        </div>
        {children}
        {/* Last, so that the dialog begins at its first field. */}
        {!hideTitle && (
          <Primitive.Close
            aria-label={closeLabel}
            className="absolute end-3 top-3 grid size-8 shrink-0 place-items-center rounded-md text-muted-foreground hover:bg-accent hover:text-foreground touch:size-11"
          >
            <X aria-hidden className="size-4" />
          </Primitive.Close>
        )}
      </Primitive.Content>
    </Primitive.Portal>
  );
}

/** What scrolls when the dialog is taller than the window. */
export function DialogBody({ className, ...props }: ComponentProps<'div'>) {
  return <div className={cn('min-h-0 flex-1 overflow-auto px-5 pb-5', className)} {...props} />;
}

/** The buttons, at the end. */
export function DialogFooter({ className, ...props }: ComponentProps<'div'>) {
  return <div className={cn('flex flex-wrap justify-end gap-2 border-t px-5 py-3', className)} {...props} />;
}
