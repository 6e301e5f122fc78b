import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { m } from '@/i18n/messages';
import { groupings, type Grouping } from './groups';
import type { FindingsAddress } from './useFindingsAddress';

interface ListHeadProps {
  shown: number;
  all: number;
  address: FindingsAddress;
}

const f = m.results.filters;

/** How many findings the list holds, and how they are grouped. */
export function ListHead({ shown, all, address: { grouping, setGrouping } }: ListHeadProps) {
  return (
    <div className="flex h-9 shrink-0 items-center justify-between gap-2 border-b ps-4 pe-1 touch:h-11">
      <span className="tabular truncate text-xs text-muted-foreground">{m.results.shown(shown, all)}</span>
      <Select value={grouping} onValueChange={(value) => setGrouping(value as Grouping)}>
        <SelectTrigger aria-label={f.group} className="h-7 border-0 bg-transparent text-xs touch:h-11">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          {groupings.map((value) => (
            <SelectItem key={value} value={value}>
              {f.groups[value]}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </div>
  );
}
