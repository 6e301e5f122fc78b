import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  text?: string;
  /** The way on. */
  children?: ReactNode;
}

/** There is nothing, and that is no failure. */
export function EmptyState({ icon: Icon, title, text, children }: EmptyStateProps) {
  return (
    <section className="mx-auto grid max-w-md justify-items-center gap-2 px-4 py-16 text-center">
      <Icon aria-hidden className="mb-1 size-6 text-muted-foreground" />
      <h2 className="text-lg font-semibold">{title}</h2>
      {text && <p className="text-muted-foreground">{text}</p>}
      {children && <div className="mt-3 flex flex-wrap justify-center gap-2">{children}</div>}
    </section>
  );
}
