import { useId, useState, type SyntheticEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogContent, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { RadioGroup, RadioGroupItem } from '@/components/ui/radio-group';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { m } from '@/i18n/messages';
import type { Issue, TriageDecision, TriageReason, TriageState } from '@/types/review';

interface DecisionDialogProps {
  /** What is decided about; none closes the dialog. */
  issues: readonly Issue[];
  onClose: () => void;
  onDecide: (issues: readonly Issue[], decision: TriageDecision) => void;
}

const words = m.results.triage;
const states: readonly TriageState[] = ['accepted', 'dismissed', 'open'];
const reasons = Object.keys(words.reasons) as TriageReason[];
const dayMs = 86_400_000;

/** Accept, dismiss with a reason, or leave open; with a comment and a day on which it is open again. */
export function DecisionDialog({ issues, onClose, onDecide }: DecisionDialogProps) {
  const [first] = issues;
  return (
    <Dialog open={first !== undefined} onOpenChange={(open) => !open && onClose()}>
      {first && (
        <DialogContent
          title={words.dialogTitle(issues.length)}
          description={words.dialogText}
          closeLabel={m.commands.close}
        >
          <DecisionForm key={first.id} issues={issues} first={first} onDecide={onDecide} />
        </DialogContent>
      )}
    </Dialog>
  );
}

function DecisionForm({
  issues,
  first,
  onDecide,
}: Pick<DecisionDialogProps, 'issues' | 'onDecide'> & { first: Issue }) {
  const id = useId();
  const { triage } = first;
  const [state, setState] = useState<TriageState>(triage.state === 'open' ? 'dismissed' : triage.state);
  const [reason, setReason] = useState<TriageReason>(triage.reason ?? 'false_positive');
  const [comment, setComment] = useState(triage.comment ?? '');
  const [expires, setExpires] = useState(triage.expires_at?.slice(0, 10) ?? '');
  const [tomorrow] = useState(() => new Date(Date.now() + dayMs).toISOString().slice(0, 10));

  const decide = (event: SyntheticEvent): void => {
    event.preventDefault();
    onDecide(
      issues,
      state === 'open'
        ? { state }
        : {
            state,
            reason: state === 'dismissed' ? reason : null,
            comment: comment.trim() || null,
            expires_at: expires ? `${expires}T00:00:00Z` : null,
          },
    );
  };

  return (
    <form onSubmit={decide} className="flex min-h-0 flex-1 flex-col">
      <DialogBody className="grid gap-4">
        <RadioGroup
          aria-label={words.title}
          value={state}
          onValueChange={(value) => setState(value as TriageState)}
          className="grid gap-1"
        >
          {states.map((choice) => (
            <label
              key={choice}
              htmlFor={`${id}-${choice}`}
              className="grid grid-cols-[auto_1fr] gap-x-3 rounded-md px-2 py-1.5 hover:bg-accent"
            >
              <RadioGroupItem id={`${id}-${choice}`} value={choice} className="mt-0.5" />
              <span className="text-sm">
                <span className="block font-medium">{words.choices[choice].label}</span>
                <span className="block text-xs text-muted-foreground">{words.choices[choice].text}</span>
              </span>
            </label>
          ))}
        </RadioGroup>
        {state === 'dismissed' && (
          <Field label={words.reason}>
            {(control) => (
              <Select value={reason} onValueChange={(value) => setReason(value as TriageReason)}>
                <SelectTrigger {...control} className="h-9 w-full">
                  <SelectValue />
                </SelectTrigger>
                <SelectContent>
                  {reasons.map((value) => (
                    <SelectItem key={value} value={value}>
                      {words.reasons[value]}
                    </SelectItem>
                  ))}
                </SelectContent>
              </Select>
            )}
          </Field>
        )}
        {state !== 'open' && (
          <>
            <Field label={words.comment} aside={words.optional}>
              {(control) => (
                <Textarea
                  {...control}
                  maxLength={1000}
                  value={comment}
                  onChange={(event) => setComment(event.target.value)}
                />
              )}
            </Field>
            <Field label={words.expires} aside={words.optional} hint={words.expiresHint}>
              {(control) => (
                <Input
                  {...control}
                  type="date"
                  min={tomorrow}
                  value={expires}
                  onChange={(event) => setExpires(event.target.value)}
                />
              )}
            </Field>
          </>
        )}
      </DialogBody>
      <DialogFooter>
        <Button type="submit">{words.save}</Button>
      </DialogFooter>
    </form>
  );
}
