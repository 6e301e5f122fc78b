import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { formatDate } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { ReviewResults } from '@/types/review';
import { ReceiptDetails } from './ReceiptDetails';
import { receiptLine } from './receiptLine';

const r = m.results.receipt;

interface ReceiptProps {
  review: ReviewResults;
  /** The agents whose turns came to nothing. */
  failed?: readonly string[];
}

/** What was looked at and what was not, in one line; the files and agents on demand. */
export function Receipt({ review, failed = [] }: ReceiptProps) {
  const [open, setOpen] = useState(false);
  return (
    <section aria-label={r.title} className="rounded-lg border bg-card text-sm">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex min-h-9 w-full items-center gap-x-2 gap-y-1 rounded-lg px-3 py-2 text-start hover:bg-accent sm:flex-wrap"
      >
        <ChevronRight
          aria-hidden
          className={cn(
            'size-4 shrink-0 text-muted-foreground transition-transform duration-150 print:hidden',
            open && 'rotate-90',
          )}
        />
        <span className="font-medium">{r.title}</span>
        <span
          className={cn(
            'tabular text-muted-foreground',
            !open && 'max-sm:min-w-0 max-sm:flex-1 max-sm:truncate',
          )}
        >
          {receiptLine(review)}
        </span>
        <span className="tabular ms-auto text-muted-foreground max-lg:hidden print:inline">
          {r.of(m.workflow[review.workflow] ?? review.workflow, formatDate(review.created_at))}
        </span>
      </button>
      {open && (
        <div className="border-t p-4 print:hidden">
          <ReceiptDetails review={review} failed={failed} />
        </div>
      )}
    </section>
  );
}
