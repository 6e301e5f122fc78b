import { InlineError } from '@/components/common/ErrorState';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { useWorkflows } from '@/hooks/useWorkflows';
import { m } from '@/i18n/messages';
import { isReview } from '@/utils/workflows';

interface WorkflowPickerProps {
  value: string;
  onChange: (workflow: string) => void;
}

/** Which workflow reviews the code, its name from the start, so that the bar keeps its height; one that cannot be run here is there to be seen, with its reason. */
export function WorkflowPicker({ value, onChange }: WorkflowPickerProps) {
  const workflows = useWorkflows();
  const reviewing = workflows.data?.filter(({ name }) => isReview(name)) ?? [];
  if (workflows.isError)
    return (
      <InlineError
        error={workflows.error}
        lead={m.submit.workflowsUnread}
        className="order-last col-span-full basis-full"
      />
    );
  if (workflows.data && reviewing.length === 0) return null;
  return (
    <Select value={value} onValueChange={onChange} disabled={workflows.isPending}>
      <SelectTrigger aria-label={m.submit.workflow} className="min-w-0 max-sm:grow max-sm:basis-[40%]">
        <SelectValue>{m.workflow[value] ?? value}</SelectValue>
      </SelectTrigger>
      <SelectContent>
        {reviewing.map(({ name, title, available, typical_seconds: takes, unavailable_reason: reason }) => (
          <SelectItem
            key={name}
            value={name}
            disabled={!available}
            className="h-auto min-h-8 max-w-88 py-1.5 data-disabled:cursor-default data-disabled:text-muted-foreground touch:h-auto"
          >
            <span className="block">{title}</span>
            <span className="block text-xs text-muted-foreground">
              {available ? m.workflows.usually(takes.min, takes.max) : reason}
            </span>
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}
