import { useEffect, useRef, type RefObject, type UIEventHandler } from 'react';

const nearEndPx = 40;

interface Follow<T extends HTMLElement> {
  readonly ref: RefObject<T | null>;
  readonly onScroll: UIEventHandler<T>;
  /** Stays where it is until the person scrolls to the end again. */
  readonly stay: () => void;
}

/** Keeps the end of a growing list in sight, unless the person has scrolled back to read. */
export function useFollow<T extends HTMLElement>(length: number): Follow<T> {
  const ref = useRef<T>(null);
  const follows = useRef(true);
  useEffect(() => {
    if (follows.current && ref.current) ref.current.scrollTop = ref.current.scrollHeight;
  }, [length]);
  return {
    ref,
    onScroll: ({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
      follows.current = scrollHeight - scrollTop - clientHeight < nearEndPx;
    },
    stay: () => {
      follows.current = false;
    },
  };
}
