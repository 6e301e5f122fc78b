import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { CopyButton } from '@/components/common/CopyButton';
import { Button } from '@/components/ui/button';
import {
  Dialog,
  DialogBody,
  DialogClose,
  DialogContent,
  DialogFooter,
  DialogTrigger,
} from '@/components/ui/dialog';
import { m } from '@/i18n/messages';
import type { NewApiKey } from '@/types/review';
import { NewApiKeyForm } from './NewApiKeyForm';

const s = m.settings.keys;

/** Makes a key and shows it this once; closing forgets it. */
export function NewApiKeyDialog() {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<NewApiKey | null>(null);
  const change = (next: boolean): void => {
    setOpen(next);
    if (!next) setMade(null);
  };
  return (
    <Dialog open={open} onOpenChange={change}>
      <DialogTrigger asChild>
        <Button>
          <KeyRound aria-hidden />
          {s.create}
        </Button>
      </DialogTrigger>
      <DialogContent
        title={made ? s.made : s.create}
        description={made ? s.madeText : s.createText}
        closeLabel={m.commands.close}
        // A press beside the dialog must not lose a key that can't be shown again.
        onPointerDownOutside={(event) => made && event.preventDefault()}
      >
        {made ? <MadeKey made={made} /> : <NewApiKeyForm onMade={setMade} />}
      </DialogContent>
    </Dialog>
  );
}

function MadeKey({ made }: { made: NewApiKey }) {
  return (
    <>
      <DialogBody>
        <div className="flex items-center gap-2 rounded-md border bg-muted px-3 py-2">
          <code className="min-w-0 flex-1 text-sm break-all">{made.key}</code>
          <CopyButton text={() => made.key} label={s.copy} doneLabel={s.copied} />
        </div>
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button>{s.done}</Button>
        </DialogClose>
      </DialogFooter>
    </>
  );
}
