import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Tooltip } from '@/components/ui/tooltip';
import { m } from '@/i18n/messages';
import type { Issue } from '@/types/review';
import type { FindingsAddress } from './useFindingsAddress';

const d = m.results;

interface DetailStepsProps {
  finding: Issue;
  listed: readonly Issue[];
  address: FindingsAddress;
  wide: boolean;
}

/** To the finding before and after this one in the list, and back to no finding. */
export function DetailSteps({ finding, listed, address, wide }: DetailStepsProps) {
  const index = listed.findIndex(({ id }) => id === finding.id);
  const previous = listed[index - 1];
  const next = index < 0 ? undefined : listed[index + 1];
  return (
    <div className="ms-auto flex items-center">
      {index >= 0 && (
        <span className="tabular me-1 text-xs whitespace-nowrap text-muted-foreground">
          {d.position(index + 1, listed.length)}
        </span>
      )}
      <StepButton label={d.previous} keys="K" to={previous} address={address} icon={ChevronUp} />
      <StepButton label={d.next} keys="J" to={next} address={address} icon={ChevronDown} />
      {wide && (
        <Tooltip label={d.keys.close}>
          <Button variant="ghost" size="icon" aria-label={d.keys.close} onClick={() => address.open(null)}>
            <X aria-hidden />
          </Button>
        </Tooltip>
      )}
    </div>
  );
}

interface StepButtonProps {
  label: string;
  keys: string;
  to: Issue | undefined;
  address: FindingsAddress;
  icon: typeof ChevronUp;
}

function StepButton({ label, keys, to, address, icon: Icon }: StepButtonProps) {
  return (
    <Tooltip label={label}>
      <Button
        variant="ghost"
        size="icon"
        aria-label={label}
        aria-keyshortcuts={keys}
        disabled={!to}
        onClick={() => to && address.open(to.id)}
      >
        <Icon aria-hidden />
      </Button>
    </Tooltip>
  );
}
