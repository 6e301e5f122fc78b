import { Toast, ToastProvider, ToastViewport } from '@/components/ui/toast';
import { m } from '@/i18n/messages';
import { useToastStore } from '@/store/toastStore';

const plainMs = 5_000;
/** Whoever may take something back needs time to see what happened. */
const undoMs = 12_000;

/** The messages that `toast` was given. One of these stands in the frame. */
export function Toaster() {
  const shown = useToastStore((state) => state.shown);
  const remove = useToastStore((state) => state.remove);
  return (
    <ToastProvider label={m.toast.one} swipeDirection="right">
      {shown.map(({ id, text, kind, action }) => (
        <Toast
          key={id}
          text={text}
          kind={kind}
          action={action}
          closeLabel={m.toast.close}
          duration={action ? undoMs : plainMs}
          onClosed={() => remove(id)}
        />
      ))}
      <ToastViewport label={m.toast.all} />
    </ToastProvider>
  );
}
