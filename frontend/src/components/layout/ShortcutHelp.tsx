import { useId } from 'react';
import { Keys } from '@/components/common/Keys';
import { Dialog, DialogBody, DialogContent } from '@/components/ui/dialog';
import { Switch } from '@/components/ui/switch';
import { m } from '@/i18n/messages';
import { useCommandStore, type Command } from '@/store/commandStore';
import { useUiStore } from '@/store/uiStore';
import { groupBy } from '@/utils/groupBy';

const words = m.commands;

/** Every key that means something here, read from the commands themselves. */
export default function ShortcutHelp() {
  const id = useId();
  const { sets, showHelp } = useCommandStore();
  const { letterKeys, setLetterKeys } = useUiStore();
  return (
    <Dialog open onOpenChange={showHelp}>
      <DialogContent
        title={words.help}
        description={words.helpText}
        closeLabel={words.close}
        className="w-[min(44rem,calc(100vw-2rem))]"
      >
        <DialogBody>
          <label htmlFor={id} className="mb-5 inline-flex items-center gap-2.5 text-sm font-medium">
            <Switch id={id} checked={letterKeys} onCheckedChange={setLetterKeys} />
            {words.letters}
          </label>
          <div className="columns-1 gap-8 sm:columns-2">
            {groupsOf(sets.flat()).map(([group, commands]) => (
              <section key={group} className="mb-5 break-inside-avoid">
                <h3 className="mb-1.5 text-xs font-semibold text-muted-foreground">{group}</h3>
                <dl>
                  {commands.map(({ id: command, label, keys }) => (
                    <div key={command} className="flex min-h-8 items-center justify-between gap-3 text-sm">
                      <dt>{label}</dt>
                      <dd>{keys && <Keys keys={keys} />}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
        </DialogBody>
      </DialogContent>
    </Dialog>
  );
}

/** A page's command hides one of the frame that has the same keys. */
function groupsOf(commands: readonly Command[]): readonly (readonly [string, readonly Command[]])[] {
  const byKeys = new Map(
    commands.flatMap((command): [string, Command][] => (command.keys ? [[command.keys, command]] : [])),
  );
  return groupBy(byKeys.values(), ({ group }) => group);
}
