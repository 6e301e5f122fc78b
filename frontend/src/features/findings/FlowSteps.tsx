import { ChevronDown, ChevronUp } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { Issue } from '@/types/review';
import type { FindingsAddress } from './useFindingsAddress';

interface FlowStepsProps {
  finding: Issue;
  address: Pick<FindingsAddress, 'step' | 'showStep'>;
  /** On narrow screens the code is another view: going to a step goes there. */
  onShown: () => void;
}

const d = m.results;

/** Further places that belong to a finding, in the order in which they matter. Each shows itself in the code. */
export function FlowSteps({ finding: { related, file_path }, address, onShown }: FlowStepsProps) {
  const { step, showStep } = address;
  if (related.length === 0) return null;
  const go = (next: number): void => {
    showStep(next);
    onShown();
  };
  return (
    <div className="mt-3">
      <div className="mb-1 flex items-center justify-between">
        <h4 className="text-xs text-muted-foreground">{d.related(related.length)}</h4>
        {related.length > 1 && (
          <span className="flex">
            <StepButton label={d.previousStep} icon={ChevronUp} to={(step ?? 0) - 1} {...{ related, go }} />
            <StepButton label={d.nextStep} icon={ChevronDown} to={(step ?? -1) + 1} {...{ related, go }} />
          </span>
        )}
      </div>
      <ol
        aria-label={d.relatedLabel}
        className="relative grid before:absolute before:start-5.5 before:top-3 before:bottom-8 before:border-s"
      >
        {related.map(({ file_path: path, line, message }, index) => (
          <li key={index}>
            <button
              type="button"
              aria-current={index === step ? 'step' : undefined}
              onClick={() => go(index)}
              className={cn(
                'relative flex w-full gap-2.5 rounded-md px-3 py-1.5 text-start hover:bg-accent touch:min-h-11',
                index === step && 'bg-accent',
              )}
            >
              <span
                aria-hidden
                className={cn(
                  'tabular grid size-5 shrink-0 place-items-center rounded-full border bg-card text-xs',
                  index === step && 'border-primary bg-primary text-primary-foreground',
                )}
              >
                {index + 1}
              </span>
              <span className="min-w-0">
                {message}
                <span className="block font-mono text-xs break-all text-muted-foreground">
                  {path === file_path ? d.line(line) : `${path}:${line}`}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

interface StepButtonProps {
  label: string;
  icon: typeof ChevronUp;
  to: number;
  related: Issue['related'];
  go: (step: number) => void;
}

function StepButton({ label, icon: Icon, to, related, go }: StepButtonProps) {
  return (
    <Button
      variant="ghost"
      size="sm"
      className="w-7 px-0"
      aria-label={label}
      disabled={to < 0 || to >= related.length}
      onClick={() => go(to)}
    >
      <Icon aria-hidden />
    </Button>
  );
}
