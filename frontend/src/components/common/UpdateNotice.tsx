import { Button } from '@/components/ui/button';
import { m } from '@/i18n/messages';
import { useUpdateStore } from '@/store/updateStore';

/** Offers a newer version. The page is never reloaded unasked: a review may be running in it. */
export function UpdateNotice() {
  const takeOver = useUpdateStore((update) => update.takeOver);
  return (
    <div role="status" className="print:hidden">
      {takeOver && (
        <p className="flex flex-wrap items-center justify-center gap-x-3 border-b bg-muted px-4 py-1 text-sm">
          {m.update.ready}
          <Button variant="outline" size="sm" onClick={takeOver}>
            {m.update.reload}
          </Button>
        </p>
      )}
    </div>
  );
}
