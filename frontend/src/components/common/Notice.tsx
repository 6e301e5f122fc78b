import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { m } from '@/i18n/messages';

interface NoticeProps {
  children: ReactNode;
  onDismiss: () => void;
}

/** Something worth knowing that asks for nothing. */
export function Notice({ children, onDismiss }: NoticeProps) {
  return (
    <div
      role="status"
      className="flex animate-arrive items-start gap-3 rounded-md border bg-muted px-3 py-2 text-sm"
    >
      <div className="min-w-0 flex-1">{children}</div>
      <Button
        variant="ghost"
        size="sm"
        className="-my-1 w-7 px-0"
        aria-label={m.submit.dismiss}
        onClick={onDismiss}
      >
        <X aria-hidden />
      </Button>
    </div>
  );
}
