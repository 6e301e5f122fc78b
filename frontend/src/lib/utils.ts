import { clsx, type ClassValue } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

/** The theme's shadow and animation names are ours; without this a merge would not know them. */
const twMerge = extendTailwindMerge({
  extend: { theme: { shadow: ['popover'], animate: ['arrive', 'fade'] } },
});

/** Joins class names; a later Tailwind class wins over an earlier one of the same kind. */
export function cn(...inputs: ClassValue[]): string {
  return twMerge(clsx(inputs));
}
