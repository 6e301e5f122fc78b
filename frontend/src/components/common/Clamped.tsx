import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';

interface ClampedProps {
  /** How many lines stand there before more is asked for. */
  lines: 2 | 4 | 12;
  className?: string;
  children: ReactNode;
}

const clamps = { 2: 'line-clamp-2', 4: 'line-clamp-4', 12: 'max-h-66 overflow-hidden' };

/** Text that folds to a few lines, with a button for the rest where there is a rest. */
export function Clamped({ lines, className, children }: ClampedProps) {
  const text = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [folds, setFolds] = useState(false);
  useLayoutEffect(() => {
    const element = text.current;
    if (!element || open) return;
    const measure = (): void => setFolds(element.scrollHeight > element.clientHeight + 1);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [open, children]);
  return (
    <div className={className}>
      <div ref={text} className={cn(!open && clamps[lines], 'print:line-clamp-none print:max-h-none')}>
        {children}
      </div>
      {(folds || open) && (
        <button
          type="button"
          className="link inline-flex min-h-6 shrink-0 items-center text-xs print:hidden touch:min-h-11"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? m.running.showLess : m.running.showMore}
        </button>
      )}
    </div>
  );
}
