import type { ReactNode } from 'react';
import { ThemeMenu } from '@/components/common/ThemeMenu';
import { PublicFrame } from '@/components/layout/PublicFrame';

interface AuthCardProps {
  title: string;
  /** The way to the other form. */
  footer?: ReactNode;
  children: ReactNode;
}

/** One form in the middle of the page. */
export function AuthCard({ title, footer, children }: AuthCardProps) {
  return (
    <PublicFrame actions={<ThemeMenu />}>
      <div className="mx-auto w-full max-w-sm px-4 py-10 md:py-16">
        <h1 className="mb-6 text-xl font-semibold">{title}</h1>
        {children}
        {footer && <p className="mt-6 text-sm text-muted-foreground">{footer}</p>}
      </div>
    </PublicFrame>
  );
}
