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
      <div className="mx-auto w-full max-w-md px-4 py-6 sm:py-12">
        <div className="sm:rounded-lg sm:border sm:bg-card sm:p-8">
          <h1 className="mb-6 text-xl font-semibold">{title}</h1>
          {children}
        </div>
        {footer && <p className="mt-6 text-sm text-muted-foreground sm:text-center">{footer}</p>}
      </div>
    </PublicFrame>
  );
}
