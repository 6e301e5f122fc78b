import { AlertDialog as Primitive } from 'radix-ui';
import type { ReactElement } from 'react';
import { Button } from './button';

interface AlertDialogProps {
  /** The button that opens the question. */
  trigger: ReactElement;
  title: string;
  description: string;
  confirm: string;
  dismiss: string;
  onConfirm: () => void;
}

/** Asks before something that cannot be taken back. */
export function AlertDialog({ trigger, title, description, confirm, dismiss, onConfirm }: AlertDialogProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-50 animate-fade bg-black/50" />
        <Primitive.Content className="fixed top-1/2 left-1/2 z-50 grid w-[min(28rem,calc(100vw-2rem))] -translate-1/2 animate-fade gap-2 rounded-lg border bg-popover p-5 text-popover-foreground shadow-popover">
          <Primitive.Title className="text-lg font-semibold">{title}</Primitive.Title>
          <Primitive.Description className="text-muted-foreground">{description}</Primitive.Description>
          <div className="mt-3 flex justify-end gap-2">
            <Primitive.Cancel asChild>
              <Button variant="outline">{dismiss}</Button>
            </Primitive.Cancel>
            <Primitive.Action asChild>
              <Button variant="destructive" onClick={onConfirm}>
                {confirm}
              </Button>
            </Primitive.Action>
          </div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
