import { ChevronDown } from 'lucide-react';
import { useState, type ComponentProps } from 'react';
import { cn } from '@/lib/utils';
import { Command, type CommandItem } from './command';
import { Popover, PopoverContent, PopoverTrigger } from './popover';

interface ComboboxProps extends Omit<ComponentProps<'button'>, 'value' | 'onChange'> {
  items: readonly CommandItem[];
  /** The chosen item's id; null for none. */
  value: string | null;
  /** What the control chooses. */
  label: string;
  /** Shown while nothing is chosen. */
  none: string;
  placeholder: string;
  empty: string;
  onChange: (id: string) => void;
  onQuery?: (query: string) => void;
}

/** A select with a field to search its choices. */
export function Combobox({
  items,
  value,
  label,
  none,
  placeholder,
  empty,
  onChange,
  onQuery,
  className,
  ...props
}: ComboboxProps) {
  const [open, setOpen] = useState(false);
  const chosen = items.find(({ id }) => id === value);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger
        aria-label={`${label}: ${chosen?.label ?? none}`}
        className={cn(
          'inline-flex h-8 min-w-0 items-center justify-between gap-1.5 rounded-md border border-input bg-card px-2.5 text-sm transition-colors duration-150 hover:bg-accent touch:h-11',
          className,
        )}
        {...props}
      >
        <span className={cn('truncate', !chosen && 'text-muted-foreground')}>{chosen?.label ?? none}</span>
        {chosen?.aside && <span className="shrink-0 text-muted-foreground">{chosen.aside}</span>}
        <ChevronDown className="size-4 shrink-0 text-muted-foreground" aria-hidden />
      </PopoverTrigger>
      <PopoverContent aria-label={label} className="w-72 overflow-hidden p-0">
        <Command
          items={items}
          label={label}
          placeholder={placeholder}
          empty={empty}
          onQuery={onQuery}
          className="max-h-80"
          onChoose={(id) => {
            onChange(id);
            setOpen(false);
          }}
        />
      </PopoverContent>
    </Popover>
  );
}
