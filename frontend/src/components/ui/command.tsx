import { Search } from 'lucide-react';
import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { cn } from '@/lib/utils';
import { groupBy } from '@/utils/groupBy';

export interface CommandItem {
  readonly id: string;
  readonly label: string;
  /** Items of one group stand together, under its name. */
  readonly group?: string;
  /** Further words that find it. */
  readonly keywords?: string;
  /** Shown before the label. */
  readonly icon?: ReactNode;
  /** Shown after it. */
  readonly aside?: ReactNode;
}

interface CommandProps {
  items: readonly CommandItem[];
  label: string;
  placeholder: string;
  /** Said when nothing matches. */
  empty: string;
  onChoose: (id: string) => void;
  /** Called with what is typed, for items that are looked up. */
  onQuery?: (query: string) => void;
  className?: string;
}

/**
 * A field that narrows a list, by the ARIA combobox pattern: the focus stays in the field, arrow keys move the choice,
 * Enter takes it. The palette and every picker with many choices use it.
 */
export function Command({ items, label, placeholder, empty, onChoose, onQuery, className }: CommandProps) {
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(() => narrowed(items, query), [items, query]);
  const active = found[Math.min(at, found.length - 1)];

  const go = (index: number): void => {
    if (found.length === 0) return;
    const next = (index + found.length) % found.length;
    setAt(next);
    list.current?.querySelectorAll('[role="option"]')[next]?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: found.length - 1,
    };
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      go(next);
    } else if (event.key === 'Enter' && active) {
      event.preventDefault();
      onChoose(active.id);
    }
  };

  return (
    <div className={cn('flex min-h-0 flex-col', className)}>
      <div className="relative border-b">
        <Search
          aria-hidden
          className="pointer-events-none absolute start-3.5 top-1/2 size-4 -translate-y-1/2 text-muted-foreground"
        />
        <input
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={active ? `${listId}-${active.id}` : undefined}
          aria-autocomplete="list"
          aria-label={label}
          placeholder={placeholder}
          value={query}
          autoComplete="off"
          spellCheck={false}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
            onQuery?.(event.target.value);
          }}
          className="h-11 w-full bg-transparent ps-10 pe-3 text-base outline-none placeholder:text-muted-foreground touch:text-lg"
        />
      </div>
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={label}
        className="min-h-0 flex-1 overflow-auto p-1.5"
      >
        {groupBy(found, ({ group }) => group ?? '').map(([group, members]) => (
          <div key={group} role="group" aria-label={group || undefined}>
            {group && (
              <div aria-hidden className="px-2 pt-2 pb-1 text-xs font-medium text-muted-foreground">
                {group}
              </div>
            )}
            {members.map((item) => (
              // The field has the focus and the keys; a click is the pointer's way.
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={item.id}
                id={`${listId}-${item.id}`}
                role="option"
                tabIndex={-1}
                aria-selected={item === active}
                onPointerMove={() => setAt(found.indexOf(item))}
                onClick={() => onChoose(item.id)}
                className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 py-1 text-sm aria-selected:bg-accent touch:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted-foreground"
              >
                {item.icon}
                <span className="min-w-0 flex-1 truncate">{item.label}</span>
                {item.aside && <span className="shrink-0 text-xs text-muted-foreground">{item.aside}</span>}
              </div>
            ))}
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p role="status" className="px-4 pb-4 text-sm text-muted-foreground">
          {empty}
        </p>
      )}
    </div>
  );
}

/** Every typed word must occur; what begins with the text comes first. */
function narrowed(items: readonly CommandItem[], query: string): readonly CommandItem[] {
  const text = query.trim().toLowerCase();
  if (text === '') return items;
  const words = text.split(/\s+/);
  return items
    .filter(({ label, group, keywords }) => {
      const searched = `${label} ${group ?? ''} ${keywords ?? ''}`.toLowerCase();
      return words.every((word) => searched.includes(word));
    })
    .sort(
      (a, b) =>
        Number(b.label.toLowerCase().startsWith(text)) - Number(a.label.toLowerCase().startsWith(text)),
    );
}
