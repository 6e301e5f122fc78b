import { useState } from 'react';
import { SeverityIcon } from '@/components/common/Severity';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import { m } from '@/i18n/messages';
import type { LineMarks } from './marks';

/** A place in the window, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Several findings that begin on one line, and where somebody asked for them. */
export interface LineChoice {
  readonly found: LineMarks;
  readonly at: Point;
}

interface LineMenuProps {
  choice: LineChoice;
  onSelect: (id: string) => void;
  onClose: () => void;
}

/** Which of a line's findings is meant. */
export function LineMenu({ choice: { found, at }, onSelect, onClose }: LineMenuProps) {
  const [before] = useState(() => document.activeElement);
  return (
    <DropdownMenu open modal={false} onOpenChange={(open) => !open && onClose()}>
      <DropdownMenuTrigger asChild>
        <span aria-hidden tabIndex={-1} className="fixed size-0" style={{ left: at.x, top: at.y }} />
      </DropdownMenuTrigger>
      <DropdownMenuContent
        align="start"
        aria-label={m.code.findingsOnLine(found.marks.length, found.line, m.severity[found.severity])}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          if (before instanceof HTMLElement) before.focus();
        }}
        className="max-h-80 w-[min(32rem,calc(100vw-2rem))] overflow-auto"
      >
        {found.marks.map(({ id, severity, title }) => (
          <DropdownMenuItem
            key={id}
            className="h-auto min-h-8 items-start py-1.5"
            onSelect={() => onSelect(id)}
          >
            <span className="mt-0.5">
              <SeverityIcon severity={severity} />
            </span>
            <span className="line-clamp-2 min-w-0 flex-1">{title}</span>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
