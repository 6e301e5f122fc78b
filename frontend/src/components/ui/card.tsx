import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/lib/utils';

/** A panel of its own on the page. */
export function Card({ className, ...props }: ComponentProps<'section'>) {
  return (
    <section
      className={cn('min-w-0 rounded-lg border bg-card text-card-foreground [--gutter:1rem]', className)}
      {...props}
    />
  );
}

interface CardHeaderProps {
  title: ReactNode;
  /** Ties the title to the card by `aria-labelledby`. */
  titleId?: string;
  description?: ReactNode;
  /** At the end of the line. */
  children?: ReactNode;
  className?: string;
}

/** Title, a line about it, and controls. */
export function CardHeader({ title, titleId, description, children, className }: CardHeaderProps) {
  return (
    <div className={cn('flex flex-wrap items-start gap-x-4 gap-y-2 px-4 pt-3.5 pb-2', className)}>
      <div className="min-w-0 flex-1 basis-48">
        <h2 id={titleId} className="text-sm font-semibold">
          {title}
        </h2>
        {description && <p className="text-sm text-muted-foreground">{description}</p>}
      </div>
      {children}
    </div>
  );
}

export function CardContent({ className, ...props }: ComponentProps<'div'>) {
  return <div className={cn('px-4 pb-4', className)} {...props} />;
}
