import { Search } from 'lucide-react';
import { useState } from 'react';
import { SeverityIcon } from '@/components/common/Severity';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { Category, Issue, Severity } from '@/types/review';
import { severities } from '@/utils/severity';
import { categories, countBySeverity, isFiltered, matching, type Filters } from './filters';
import type { FindingsAddress } from './useFindingsAddress';

interface FilterBarProps {
  issues: readonly Issue[];
  shown: number;
  address: FindingsAddress;
}

const f = m.results.filters;
const any = 'any';

/** Counts by severity, which are filters too; together they equal the list below. */
export function FilterBar({ issues, shown, address: { filters, setFilters } }: FilterBarProps) {
  const change = (part: Partial<Filters>): void => setFilters({ ...filters, ...part });
  const counts = countBySeverity(matching(issues, { ...filters, severities: [] }));
  const present = categories.filter((category) => issues.some((issue) => issue.category === category));
  const files = [...new Set(issues.map(({ file_path }) => file_path))].sort();
  const toggle = (severity: Severity): void =>
    change({
      severities: severities.filter((s) => (s === severity) !== filters.severities.includes(s)),
    });

  return (
    <div
      role="group"
      aria-label={f.label}
      className="flex flex-wrap items-center gap-2 border-t px-4 py-2 md:px-6"
    >
      {severities.map((severity) => (
        <button
          key={severity}
          type="button"
          aria-pressed={filters.severities.includes(severity)}
          onClick={() => toggle(severity)}
          className={cn(
            'tabular inline-flex h-8 items-center gap-1.5 rounded-md border px-2 text-sm transition-colors duration-150 touch:h-11',
            filters.severities.includes(severity)
              ? 'border-ring bg-accent'
              : 'border-border bg-card hover:bg-accent',
          )}
        >
          <SeverityIcon severity={severity} />
          <span className="max-sm:sr-only">{m.severity[severity]}</span>
          <span
            className={cn('font-semibold', counts[severity] === 0 && 'font-normal text-muted-foreground')}
          >
            {counts[severity]}
          </span>
        </button>
      ))}
      {present.length > 1 && (
        <Choice
          label={f.category}
          all={f.allCategories}
          value={filters.category}
          options={present.map((category) => [category, m.results.categories[category]])}
          onChange={(category) => change({ category: category as Category | null })}
        />
      )}
      {files.length > 1 && (
        <Choice
          label={f.file}
          all={f.allFiles}
          value={filters.file}
          options={files.map((path) => [path, path])}
          onChange={(file) => change({ file })}
        />
      )}
      <TextFilter value={filters.text} onChange={(text) => change({ text })} />
      <output className="tabular ml-auto text-sm text-muted-foreground" aria-live="polite">
        {m.results.shown(shown, issues.length)}
      </output>
      {isFiltered(filters) && (
        <Button
          variant="ghost"
          onClick={() => setFilters({ severities: [], category: null, file: null, text: '' })}
        >
          {f.clear}
        </Button>
      )}
    </div>
  );
}

/** Typing shows at once; the address follows, and must not hold the letters back. */
function TextFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    if (value === '') setText(''); // cleared elsewhere
  }
  return (
    <div className="relative min-w-40 flex-1 sm:max-w-52">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted-foreground"
      />
      <Input
        type="search"
        aria-label={f.text}
        placeholder={f.text}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          onChange(event.target.value);
        }}
        className="h-8 pl-8 text-sm"
      />
    </div>
  );
}

interface ChoiceProps {
  label: string;
  all: string;
  value: string | null;
  options: readonly (readonly [value: string, label: string])[];
  onChange: (value: string | null) => void;
}

function Choice({ label, all, value, options, onChange }: ChoiceProps) {
  return (
    <Select value={value ?? any} onValueChange={(next) => onChange(next === any ? null : next)}>
      <SelectTrigger aria-label={label} className="max-w-56 [&>span]:truncate">
        <SelectValue />
      </SelectTrigger>
      <SelectContent>
        <SelectItem value={any}>{all}</SelectItem>
        {options.map(([option, text]) => (
          <SelectItem key={option} value={option}>
            {text}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}
