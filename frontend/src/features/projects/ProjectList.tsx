import { FolderGit2, SearchX } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { EmptyState } from '@/components/common/EmptyState';
import { InlineError } from '@/components/common/ErrorState';
import { QueryView } from '@/components/common/QueryView';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import { useCommands } from '@/hooks/useCommands';
import { useNow } from '@/hooks/useNow';
import { useProjects } from '@/hooks/useProjects';
import { m } from '@/i18n/messages';
import { languages } from '@/utils/languages';
import { filterOf, sorts } from './filter';
import { ProjectCard } from './ProjectCard';

const p = m.projects;
const any = 'any';

/** The person's projects as cards; search, filter and order are in the address. */
export function ProjectList() {
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const query = useProjects(filter);
  const now = useNow(60_000);
  const narrowed = filter.text !== '' || filter.language !== null;
  const hasNone = !narrowed && query.data?.pages[0]?.items.length === 0;

  const change = (name: string, value: string | null): void =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        return after;
      },
      { replace: true },
    );

  return (
    <>
      {!hasNone && (
        <div className="flex flex-wrap items-center gap-2 px-4 pb-4 md:px-6">
          <SearchField key={filter.text} text={filter.text} onSearch={(text) => change('q', text)} />
          <Select
            value={filter.language ?? any}
            onValueChange={(language) => change('language', language === any ? null : language)}
          >
            <SelectTrigger aria-label={p.language}>
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              <SelectItem value={any}>{p.anyLanguage}</SelectItem>
              {languages.map(({ id, label }) => (
                <SelectItem key={id} value={id}>
                  {label}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
          <Select value={filter.sort} onValueChange={(sort) => change('sort', sort)}>
            <SelectTrigger aria-label={p.sort}>
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              {sorts.map((sort) => (
                <SelectItem key={sort} value={sort}>
                  {p.sorts[sort]}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
        </div>
      )}
      <QueryView
        query={query}
        loading={<Loading />}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={
          narrowed ? (
            <EmptyState icon={SearchX} title={p.noneMatch}>
              <Button variant="outline" onClick={() => setSearch({}, { replace: true })}>
                {p.clear}
              </Button>
            </EmptyState>
          ) : (
            <EmptyState icon={FolderGit2} title={p.empty} text={p.emptyText} />
          )
        }
      >
        {({ pages }) => {
          const projects = pages.flatMap(({ items }) => items);
          return (
            <section aria-label={p.list} className="px-4 md:px-6">
              <output className="mb-2 block text-sm text-muted-foreground">
                {p.shown(projects.length, query.hasNextPage)}
              </output>
              <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
                {projects.map((project) => (
                  <li key={project.id} className="min-w-0">
                    <ProjectCard project={project} now={now} />
                  </li>
                ))}
              </ul>
              {query.isFetchNextPageError && <InlineError error={query.error} lead={m.errors.notRefreshed} />}
              {query.hasNextPage && (
                <Button
                  variant="outline"
                  className="mt-4"
                  disabled={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  {p.more}
                </Button>
              )}
            </section>
          );
        }}
      </QueryView>
    </>
  );
}

/** Asks only when typing has paused. */
const pauseMs = 250;

function SearchField({ text, onSearch }: { text: string; onSearch: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  const field = useRef<HTMLInputElement>(null);
  useCommands([
    {
      id: 'projects.search',
      group: m.commands.groups.here,
      label: p.search,
      keys: '/',
      run: () => field.current?.focus(),
    },
  ]);
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => onSearch(typed.trim()), pauseMs);
    return () => clearTimeout(timer);
  });
  return (
    <Input
      ref={field}
      type="search"
      aria-label={p.search}
      placeholder={p.search}
      value={typed}
      className="h-8 max-w-72 flex-1 basis-48 text-sm"
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}

function Loading() {
  return (
    <div className="grid gap-3 px-4 pt-7 sm:grid-cols-2 md:px-6 xl:grid-cols-3">
      {Array.from({ length: 6 }, (_, card) => (
        <Skeleton key={card} className="h-36" />
      ))}
    </div>
  );
}
