import { Crosshair } from 'lucide-react';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { m } from '@/i18n/messages';
import type { FocusArea } from '@/types/review';

const areas = Object.keys(m.focus.areas) as FocusArea[];

interface FocusPickerProps {
  value: readonly FocusArea[];
  onChange: (value: FocusArea[]) => void;
}

/** What the review should look at, each with its meaning; nothing chosen means everything. */
export function FocusPicker({ value, onChange }: FocusPickerProps) {
  const id = useId();
  const summary =
    value.length === 0 || value.length === areas.length ? m.focus.all : m.focus.some(value.length);
  const toggle = (area: FocusArea): void =>
    onChange(areas.filter((other) => (other === area ? !value.includes(area) : value.includes(other))));
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button variant="outline">
          <Crosshair aria-hidden className="text-muted-foreground" />
          <span>
            <span className="max-sm:sr-only">{m.focus.label}: </span>
            {summary}
          </span>
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label={m.focus.label} className="w-80">
        <ul>
          {areas.map((area) => (
            <li key={area}>
              <label
                htmlFor={`${id}-${area}`}
                className="grid grid-cols-[auto_1fr] items-start gap-x-3 rounded-md px-2.5 py-2 hover:bg-accent"
              >
                <Checkbox
                  id={`${id}-${area}`}
                  className="-mt-px"
                  checked={value.includes(area)}
                  onCheckedChange={() => toggle(area)}
                />
                <span>
                  <span className="block text-sm font-medium">{m.focus.areas[area].label}</span>
                  <span className="block text-xs text-muted-foreground">{m.focus.areas[area].text}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
        <p className="border-t px-2.5 pt-2 pb-1 text-xs text-muted-foreground">{m.focus.hint}</p>
      </PopoverContent>
    </Popover>
  );
}
