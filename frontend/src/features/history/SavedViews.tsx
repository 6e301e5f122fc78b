import { Bookmark, Trash2 } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { m } from '@/i18n/messages';
import { viewOf } from './filter';
import { readViews, writeViews } from './views';

const v = m.history.views;

/** Filters under a name, kept in this browser. */
export function SavedViews() {
  const [open, setOpen] = useState(false);
  const [views, setViews] = useState(readViews);
  const [search] = useSearchParams();
  const [name, setName] = useState('');
  const current = viewOf(search);

  const keep = (next: typeof views): void => {
    setViews(next);
    writeViews(next);
  };
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    const trimmed = name.trim();
    if (trimmed === '') return;
    keep([...views.filter((view) => view.name !== trimmed), { name: trimmed, search: current }]);
    setName('');
  };
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="outline">
          <Bookmark aria-hidden />
          {v.title}
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label={v.title} className="grid w-72 gap-3 p-3">
        {views.length === 0 ? (
          <p className="text-sm text-muted-foreground">{v.empty}</p>
        ) : (
          <ul className="grid gap-0.5">
            {views.map((view) => (
              <li key={view.name} className="flex items-center gap-1">
                <Link
                  to={`/history?${view.search}`}
                  aria-current={view.search === current ? 'true' : undefined}
                  className="min-w-0 flex-1 truncate rounded-md px-2 py-1.5 text-sm hover:bg-accent aria-[current]:font-semibold"
                  onClick={() => setOpen(false)}
                >
                  {view.name}
                </Link>
                <Button
                  variant="ghost"
                  size="icon"
                  aria-label={v.remove(view.name)}
                  onClick={() => keep(views.filter((other) => other !== view))}
                >
                  <Trash2 aria-hidden />
                </Button>
              </li>
            ))}
          </ul>
        )}
        <form onSubmit={save} className="grid gap-2 border-t pt-3">
          <Field label={v.name}>
            {(control) => (
              <Input
                {...control}
                maxLength={60}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" variant="secondary" disabled={name.trim() === ''}>
            {v.save}
          </Button>
        </form>
      </PopoverContent>
    </Popover>
  );
}
