import { useId, useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { formatNumber } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';

interface FacetOption {
  readonly value: string;
  readonly label: string;
  /** How many it would list. */
  readonly count: number;
}

interface FacetGroupProps {
  label: string;
  /** In the order shown. */
  options: readonly FacetOption[];
  chosen: readonly string[];
  /** Whether the labels are paths or ids. */
  code?: boolean;
  onToggle: (value: string) => void;
}

const longList = 8;
const mostShown = 30;

/** What a list can be narrowed by in one respect; a long choice can be searched. */
export function FacetGroup({ label, options, chosen, code = false, onToggle }: FacetGroupProps) {
  const id = useId();
  const [query, setQuery] = useState('');
  if (options.length === 0) return null;
  const found = options.filter((option) => option.label.toLowerCase().includes(query.toLowerCase()));
  return (
    <fieldset className="min-w-0">
      <legend className="px-1 pb-1 text-xs font-semibold text-muted-foreground">{label}</legend>
      {options.length > longList && (
        <Input
          type="search"
          aria-label={m.facets.searchIn(label)}
          placeholder={m.facets.searchIn(label)}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          className="mb-1 h-7 text-sm"
        />
      )}
      {found.slice(0, mostShown).map((option) => (
        <FacetValue
          key={option.value}
          id={`${id}-${option.value}`}
          label={option.label}
          count={option.count}
          checked={chosen.includes(option.value)}
          code={code}
          onToggle={() => onToggle(option.value)}
        />
      ))}
      {found.length > mostShown && (
        <p className="px-1 text-xs text-muted-foreground">
          {m.facets.furtherValues(found.length - mostShown)}
        </p>
      )}
    </fieldset>
  );
}

interface FacetValueProps {
  id: string;
  label: string;
  count: number;
  checked: boolean;
  code?: boolean;
  onToggle: () => void;
}

/** One value, and how many it would list. */
export function FacetValue({ id, label, count, checked, code = false, onToggle }: FacetValueProps) {
  return (
    <label
      htmlFor={id}
      className="flex min-h-8 items-center gap-2.5 rounded-md px-1 hover:bg-accent touch:min-h-11"
    >
      <Checkbox id={id} checked={checked} onCheckedChange={onToggle} />
      <span
        className={cn('min-w-0 flex-1', code ? 'truncate font-mono text-xs' : 'py-1 leading-4 break-words')}
        title={label}
      >
        {label}
      </span>
      <span className="tabular text-xs text-muted-foreground">{formatNumber(count)}</span>
    </label>
  );
}
