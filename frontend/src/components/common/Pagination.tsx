import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { m } from '@/i18n/messages';

interface PaginationProps {
  /** What is paged through, for the name of the region. */
  label: string;
  /** Null when there is none. */
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
  /** What stands between the buttons, such as how many there are. */
  summary?: string;
  pageSize?: number;
  pageSizes?: readonly number[];
  onPageSize?: (size: number) => void;
}

/** Pages by cursor: backwards, forwards, and how many at once. */
export function Pagination({
  label,
  onPrevious,
  onNext,
  summary,
  pageSize,
  pageSizes = [20, 50, 100],
  onPageSize,
}: PaginationProps) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-2 px-4 py-3 text-sm md:px-6">
      {summary && <span className="tabular text-muted-foreground">{summary}</span>}
      <div className="ms-auto flex items-center gap-2">
        {pageSize !== undefined && onPageSize && (
          <Select value={String(pageSize)} onValueChange={(size) => onPageSize(Number(size))}>
            <SelectTrigger aria-label={m.paging.size}>
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              {pageSizes.map((size) => (
                <SelectItem key={size} value={String(size)}>
                  {m.paging.perPage(size)}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
        )}
        <Button variant="outline" disabled={!onPrevious} onClick={() => onPrevious?.()}>
          <ChevronLeft aria-hidden />
          {m.paging.previous}
        </Button>
        <Button variant="outline" disabled={!onNext} onClick={() => onNext?.()}>
          {m.paging.next}
          <ChevronRight aria-hidden />
        </Button>
      </div>
    </nav>
  );
}
