import { ListFilter, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { DateRange } from '@/components/common/DateRange';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Input } from '@/components/ui/input';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { useCommands } from '@/hooks/useCommands';
import { InlineError } from '@/components/common/ErrorState';
import { useProject, useProjects } from '@/hooks/useProjects';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import { languages } from '@/utils/languages';
import { today } from '@/utils/today';
import { choicesIn, isNarrow, orders, statusGroups, workflows, type HistoryFilter } from './filter';
import { SavedViews } from './SavedViews';

const h = m.history;
const any = 'any';
const noFilter = {
  q: null,
  from: null,
  to: null,
  workflow: null,
  status: null,
  project: null,
  language: null,
};

export type Change = (changes: Readonly<Record<string, string | null>>) => void;

interface HistoryFiltersProps {
  filter: HistoryFilter;
  change: Change;
}

/** What the history is narrowed to. Every choice goes to the address and back to the first page. On phones they are folded. */
export function HistoryFilters({ filter, change }: HistoryFiltersProps) {
  const [open, setOpen] = useState(false);
  return (
    <search
      aria-label={h.filters}
      className="flex flex-wrap items-center gap-2 px-4 pb-4 max-sm:grid max-sm:grid-cols-2 md:px-6"
    >
      <TextFilter key={filter.text} text={filter.text} onChange={(q) => change({ q })} />
      <Button variant="outline" aria-expanded={open} onClick={() => setOpen(!open)} className="sm:hidden">
        <ListFilter aria-hidden />
        {h.filtersSet(choicesIn(filter))}
      </Button>
      <div className={cn('contents', !open && 'max-sm:hidden')}>
        <Choices filter={filter} change={change} />
      </div>
      <SavedViews />
      {isNarrow(filter) && (
        <Button variant="ghost" onClick={() => change(noFilter)}>
          <X aria-hidden />
          {h.clear}
        </Button>
      )}
    </search>
  );
}

function Choices({ filter, change }: HistoryFiltersProps) {
  return (
    <>
      <DateRange value={filter.range} today={today()} onChange={({ from, to }) => change({ from, to })} />
      <Choice
        label={h.workflow}
        anyLabel={h.anyWorkflow}
        value={filter.workflow}
        choices={workflows.map((name) => [name, m.workflow[name] ?? name])}
        onChange={(workflow) => change({ workflow })}
      />
      <Choice
        label={h.status}
        anyLabel={h.anyStatus}
        value={filter.status}
        choices={Object.keys(statusGroups).map((group) => [group, h.statuses[group] ?? group])}
        onChange={(status) => change({ status })}
      />
      <ProjectFilter value={filter.project} onChange={(project) => change({ project })} />
      <Choice
        label={h.language}
        anyLabel={h.anyLanguage}
        value={filter.language}
        choices={languages.map(({ id, label }) => [id, label])}
        onChange={(language) => change({ language })}
      />
      <Select
        value={filter.order}
        onValueChange={(order) => change({ sort: order === orders[0] ? null : order })}
      >
        <SelectTrigger aria-label={h.sort}>
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          {orders.map((order) => (
            <SelectItem key={order} value={order}>
              {h.orders[order]}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </>
  );
}

interface ChoiceProps {
  label: string;
  anyLabel: string;
  value: string | null;
  choices: readonly (readonly [id: string, label: string])[];
  onChange: (id: string | null) => void;
}

function Choice({ label, anyLabel, value, choices, onChange }: ChoiceProps) {
  return (
    <Select value={value ?? any} onValueChange={(id) => onChange(id === any ? null : id)}>
      <SelectTrigger aria-label={label} className="sm:max-w-40">
        <SelectValue />
      </SelectTrigger>
      <SelectContent>
        <SelectItem value={any}>{anyLabel}</SelectItem>
        {choices.map(([id, words]) => (
          <SelectItem key={id} value={id}>
            {words}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}

/** Projects are searched on the server: there may be more than a list can hold. */
function ProjectFilter({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const [text, setText] = useState('');
  const found = useProjects({ text, language: null, sort: 'name' });
  const chosen = useProject(value);
  if (found.isError && !found.data)
    return (
      <InlineError
        error={found.error}
        lead={m.submit.projectsUnread}
        className="order-last col-span-full basis-full"
      />
    );
  const items = (found.data?.pages ?? []).flatMap((page) => page.items);
  const missing = chosen.data && !items.some(({ id }) => id === value) ? [chosen.data] : [];
  if (!value && text === '' && found.data && items.length === 0) return null;
  return (
    <Combobox
      items={[
        { id: any, label: h.anyProject },
        ...[...missing, ...items].map(({ id, name }) => ({ id, label: name })),
      ]}
      value={value ?? any}
      label={h.project}
      none={h.anyProject}
      placeholder={m.projects.search}
      empty={m.projects.noneMatch}
      className="sm:max-w-40"
      onQuery={setText}
      onChange={(id) => onChange(id === any ? null : id)}
    />
  );
}

/** Asks only when typing has paused. */
const pauseMs = 250;

function TextFilter({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  const field = useRef<HTMLInputElement>(null);
  useCommands([
    {
      id: 'history.search',
      group: m.commands.groups.here,
      label: h.search,
      keys: '/',
      run: () => field.current?.focus(),
    },
  ]);
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => onChange(typed.trim()), pauseMs);
    return () => clearTimeout(timer);
  });
  return (
    <Input
      ref={field}
      type="search"
      aria-label={h.search}
      placeholder={h.search}
      value={typed}
      className="h-8 flex-1 basis-40 text-sm max-sm:col-span-2 sm:max-w-64"
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
