import { CalendarRange } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { formatDay } from '@/i18n/format';
import { m } from '@/i18n/messages';

/** Days as `2026-01-31`, both included; null leaves an end open. */
export interface Range {
  readonly from: string | null;
  readonly to: string | null;
}

interface DateRangeProps {
  value: Range;
  onChange: (range: Range) => void;
  /** Today, as the person's calendar has it. */
  today: string;
  /** Whether all time can be chosen; figures need two days. */
  openEnded?: boolean;
}

const presets = [7, 30, 90] as const;

/** The period that a page speaks of: a usual one, or two days chosen in the browser's own calendar. */
export function DateRange({ value, onChange, today, openEnded = true }: DateRangeProps) {
  const words = value.from || value.to ? wordsFor(value, today) : m.dates.all;
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button variant="outline" aria-label={`${m.dates.label}: ${words}`}>
          <CalendarRange aria-hidden className="text-muted-foreground" />
          {words}
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label={m.dates.label} className="grid w-72 gap-3 p-3">
        <div className="flex flex-wrap gap-1.5">
          {presets.map((days) => (
            <Button
              key={days}
              variant="secondary"
              size="sm"
              aria-pressed={isLast(value, today, days)}
              className="aria-pressed:ring-1 aria-pressed:ring-ring"
              onClick={() => onChange(lastDays(today, days))}
            >
              {m.dates.last(days)}
            </Button>
          ))}
          {openEnded && (
            <Button variant="secondary" size="sm" onClick={() => onChange({ from: null, to: null })}>
              {m.dates.all}
            </Button>
          )}
        </div>
        <div className="grid grid-cols-2 gap-2">
          <Field label={m.dates.from}>
            {(control) => (
              <Input
                {...control}
                type="date"
                max={value.to ?? today}
                value={value.from ?? ''}
                onChange={(event) => onChange({ ...value, from: event.target.value || null })}
              />
            )}
          </Field>
          <Field label={m.dates.to}>
            {(control) => (
              <Input
                {...control}
                type="date"
                min={value.from ?? undefined}
                max={today}
                value={value.to ?? ''}
                onChange={(event) => onChange({ ...value, to: event.target.value || null })}
              />
            )}
          </Field>
        </div>
      </PopoverContent>
    </Popover>
  );
}

/** The last days up to and with today. */
export function lastDays(today: string, days: number): Range {
  const from = new Date(`${today}T00:00:00Z`);
  from.setUTCDate(from.getUTCDate() - days + 1);
  return { from: from.toISOString().slice(0, 10), to: today };
}

function isLast(value: Range, today: string, days: number): boolean {
  return value.to === today && value.from === lastDays(today, days).from;
}

function wordsFor(value: Range, today: string): string {
  const usual = presets.find((days) => isLast(value, today, days));
  if (usual) return m.dates.last(usual);
  const [from, to] = [value.from, value.to].map((day) => (day ? formatDay(day) : null));
  if (from && to) return m.dates.between(from, to);
  return from ? m.dates.since(from) : m.dates.until(to ?? '');
}
