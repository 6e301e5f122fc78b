import { Button } from '@/components/ui/button';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { m } from '@/i18n/messages';
import { groupings, type Grouping } from './groups';
import type { FindingsAddress } from './useFindingsAddress';
import type { Selection } from './useSelection';

interface ListHeadProps {
  shown: number;
  all: number;
  address: FindingsAddress;
  selection: Selection;
}

const f = m.results.filters;

/** How many findings the list holds, how they are grouped, and, for fingers, the way to choose several. */
export function ListHead({ shown, all, address: { grouping, setGrouping }, selection }: ListHeadProps) {
  const { picking, pick, clear } = selection;
  return (
    <div className="flex h-9 shrink-0 items-center justify-between gap-2 border-b ps-4 pe-1 touch:h-11">
      <span className="tabular truncate text-xs text-muted-foreground">{m.results.shown(shown, all)}</span>
      <Button
        variant="ghost"
        size="sm"
        aria-pressed={picking}
        onClick={picking ? clear : pick}
        className="ms-auto hidden touch:inline-flex"
      >
        {picking ? m.results.selection.done : m.results.selection.pick}
      </Button>
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
