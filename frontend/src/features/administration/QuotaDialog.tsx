import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { InlineError } from '@/components/common/ErrorState';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogContent, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useSetQuota } from '@/hooks/useAccounts';
import { m } from '@/i18n/messages';
import { toast } from '@/store/toastStore';
import type { ManagedAccount } from '@/types/review';

const a = m.administration;
const most = 1_000_000;

const amount = z.string().trim();
const schema = z.object({
  reviews: amount.refine((text) => /^\d*$/.test(text) && Number(text) <= most, a.invalidReviews),
  money: amount.refine((text) => /^(\d+(\.\d{1,2})?)?$/.test(text) && Number(text) <= most, a.invalidMoney),
});

type Values = z.infer<typeof schema>;

const inField = (value: number | null): string => (value === null ? '' : String(value));
const inQuota = (text: string): number | null => (text === '' ? null : Number(text));

/** What an account may use; an empty field is no limit. */
export function QuotaDialog({ account, onClose }: { account: ManagedAccount; onClose: () => void }) {
  const save = useSetQuota();
  const { quota } = account;
  const { register, handleSubmit, formState } = useForm<Values>({
    resolver: zodResolver(schema),
    defaultValues: { reviews: inField(quota.reviews_per_day), money: inField(quota.usd_per_month) },
  });
  const submit = handleSubmit(({ reviews, money }) =>
    save.mutate(
      { id: account.id, quota: { reviews_per_day: inQuota(reviews), usd_per_month: inQuota(money) } },
      {
        onSuccess: () => {
          toast({ kind: 'done', text: a.quotaSaved });
          onClose();
        },
      },
    ),
  );
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent
        title={a.quotaOf(account.username)}
        description={a.quotaText}
        closeLabel={m.commands.close}
      >
        <form noValidate onSubmit={(event) => void submit(event)} className="contents">
          <DialogBody className="grid gap-4">
            <Field label={a.reviewsField} error={formState.errors.reviews?.message}>
              {(control) => <Input {...control} inputMode="numeric" {...register('reviews')} />}
            </Field>
            <Field label={a.moneyField} error={formState.errors.money?.message}>
              {(control) => <Input {...control} inputMode="decimal" {...register('money')} />}
            </Field>
            {save.isError && <InlineError error={save.error} lead={m.settings.saveFailed} />}
          </DialogBody>
          <DialogFooter>
            <Button variant="outline" onClick={onClose}>
              {m.settings.cancel}
            </Button>
            <Button type="submit" disabled={save.isPending}>
              {save.isPending ? m.settings.saving : m.settings.save}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
