import { useState } from 'react';
import { SeverityIcon } from '@/components/common/Severity';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import { m } from '@/i18n/messages';
import type { LineMarks, Mark, MarkAction } from './marks';

/** A place in the window, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Findings that begin on one line, and where somebody asked for them. */
export interface LineChoice {
  readonly found: LineMarks;
  readonly at: Point;
}

/** Between the menu and the edge of the window. */
const edgePx = 12;

interface LineMenuProps {
  choice: LineChoice;
  onSelect: (id: string) => void;
  onAct?: (action: MarkAction, id: string) => void;
  onClose: () => void;
}

/** Which of a line's findings is meant; or, if there is but one, what it says and what can be done with it. */
export function LineMenu({ choice: { found, at }, onSelect, onAct, onClose }: LineMenuProps) {
  const [before] = useState(() => document.activeElement);
  const [only, ...others] = found.marks;
  return (
    <DropdownMenu open modal={false} onOpenChange={(open) => !open && onClose()}>
      <DropdownMenuTrigger asChild>
        <span
          aria-hidden
          tabIndex={-1}
          className="fixed size-0"
          style={{ left: Math.max(at.x, edgePx), top: at.y }}
        />
      </DropdownMenuTrigger>
      <DropdownMenuContent
        align="start"
        aria-label={m.code.findingsOnLine(found.marks.length, found.line, m.severity[found.severity])}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          if (before instanceof HTMLElement) before.focus();
        }}
        className="max-h-[min(28rem,var(--radix-dropdown-menu-content-available-height))] w-[min(32rem,calc(100vw-2rem))] overflow-auto"
      >
        {only && others.length === 0 ? (
          <Actions mark={only} onAct={onAct} />
        ) : (
          found.marks.map((mark) => (
            <DropdownMenuItem
              key={mark.id}
              className="h-auto min-h-8 items-start py-1.5 touch:h-auto touch:min-h-11"
              onSelect={() => onSelect(mark.id)}
            >
              <Head mark={mark} />
            </DropdownMenuItem>
          ))
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function Actions({ mark, onAct }: { mark: Mark; onAct: LineMenuProps['onAct'] }) {
  return (
    <>
      <DropdownMenuLabel className="flex items-start gap-2 text-sm font-normal text-foreground">
        <Head mark={mark} decorative />
      </DropdownMenuLabel>
      <DropdownMenuSeparator />
      {mark.actions?.map((action) => (
        <DropdownMenuItem key={action} onSelect={() => onAct?.(action, mark.id)}>
          {m.code.actions[action]}
        </DropdownMenuItem>
      ))}
    </>
  );
}

interface HeadProps {
  mark: Mark;
  /** Whether the menu's name says how severe it is, and a picture has no place among what can be chosen. */
  decorative?: boolean;
}

function Head({ mark: { severity, title, about }, decorative = false }: HeadProps) {
  return (
    <>
      <span className="mt-0.5">
        <SeverityIcon severity={severity} decorative={decorative} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="line-clamp-3">{title}</span>
        {about && <span className="block text-xs break-all text-muted-foreground">{about}</span>}
      </span>
    </>
  );
}
