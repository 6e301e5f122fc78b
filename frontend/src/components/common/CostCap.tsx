import { useId } from 'react';
import { InlineError } from '@/components/common/ErrorState';
import { LoadingInline } from '@/components/common/LoadingInline';
import { Input } from '@/components/ui/input';
import { useSubmissionOptions } from '@/hooks/useEstimate';
import { formatDollars } from '@/i18n/format';
import { m } from '@/i18n/messages';

interface CostCapProps {
  value: number | null;
  onChange: (value: number | null) => void;
}

/** The most that a run may cost; nothing where no money can be spent. */
export function CostCap({ value, onChange }: CostCapProps) {
  const id = useId();
  const { data, error, isPending } = useSubmissionOptions();
  const highest = data?.highest_max_usd ?? null;
  if (isPending) return <LoadingInline />;
  if (error) return <InlineError error={error} lead={m.cap.unknown} />;
  if (highest === null) return null;
  return (
    <span className="inline-flex items-center gap-2 text-sm text-muted-foreground">
      <label htmlFor={id}>{m.cap.label}</label>
      <Input
        id={id}
        type="number"
        inputMode="decimal"
        min={0.01}
        max={highest}
        step={0.01}
        className="h-8 w-24"
        placeholder={formatDollars(highest)}
        title={m.cap.hint(formatDollars(highest))}
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? null : target.valueAsNumber)}
      />
    </span>
  );
}
