import { Progress as Primitive } from 'radix-ui';
import { cn } from '@/lib/utils';

interface ProgressProps {
  /** 0 to 100. */
  value: number;
  label: string;
  className?: string;
}

/** A thin bar for a known share. Where the total is not known, show no bar. */
export function Progress({ value, label, className }: ProgressProps) {
  return (
    <Primitive.Root
      value={value}
      aria-label={label}
      className={cn('relative h-1 overflow-hidden rounded-full bg-accent', className)}
    >
      <Primitive.Indicator
        className="h-full origin-left bg-primary transition-transform duration-200 dark:bg-ring"
        style={{ transform: `scaleX(${value / 100})` }}
      />
    </Primitive.Root>
  );
}
