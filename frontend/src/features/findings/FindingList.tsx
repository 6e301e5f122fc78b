import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { SeverityIcon } from '@/components/common/Severity';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { Issue } from '@/types/review';
import type { FindingsAddress } from './useFindingsAddress';

interface FindingListProps {
  listed: readonly Issue[];
  address: FindingsAddress;
}

/** Findings, worst first; each is a real link to itself. Arrow keys move between them. */
export function FindingList({ listed, address }: FindingListProps) {
  const list = useRef<HTMLUListElement>(null);

  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [address.openId]);

  const moveFocus = (event: KeyboardEvent<HTMLUListElement>): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const links = [...event.currentTarget.querySelectorAll('a')];
    const next = links[links.indexOf(document.activeElement as HTMLAnchorElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  return (
    // The keys only move the focus between the links, which are the controls.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul ref={list} aria-label={m.results.list} className="h-full overflow-auto" onKeyDown={moveFocus}>
      {listed.map((issue) => (
        <li key={issue.id} className="[contain-intrinsic-size:auto_4rem] [content-visibility:auto]">
          <Link
            to={address.linkTo(issue.id)}
            replace={address.openId !== null}
            preventScrollReset
            aria-current={issue.id === address.openId ? 'true' : undefined}
            className={cn(
              'flex items-start gap-2.5 border-b border-l-2 border-l-transparent px-3.5 py-2 text-sm -outline-offset-2 hover:bg-accent',
              issue.id === address.openId && 'border-l-ring bg-accent',
            )}
          >
            <SeverityIcon severity={issue.severity} className="mt-0.5" />
            <span className="min-w-0 flex-1">
              <span className="line-clamp-2">{issue.message}</span>
              <span className="tabular mt-0.5 flex gap-2 text-xs text-muted-foreground">
                <span className="min-w-0 truncate">
                  {issue.file_path}
                  {issue.line !== null && `:${issue.line}`}
                </span>
                <span className="shrink-0">{m.results.categories[issue.category]}</span>
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
