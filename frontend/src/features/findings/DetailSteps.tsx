import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Tooltip } from '@/components/ui/tooltip';
import { m } from '@/i18n/messages';
import type { Issue } from '@/types/review';
import type { FindingsAddress } from './useFindingsAddress';
import type { PlaceInList } from './usePlaceInList';

const d = m.results;

interface DetailStepsProps {
  listed: readonly Issue[];
  place: PlaceInList;
  address: FindingsAddress;
  wide: boolean;
}

/** To the findings before and after the open one in the list, and back to no finding. */
export function DetailSteps({ listed, place, address, wide }: DetailStepsProps) {
  return (
    <div className="ms-auto flex items-center">
      {place.index >= 0 && (
        <span className="tabular me-1 text-xs whitespace-nowrap text-muted-foreground">
          {d.position(place.index + 1, listed.length)}
        </span>
      )}
      <StepButton label={d.previous} keys="K" to={listed[place.before]} address={address} icon={ChevronUp} />
      <StepButton label={d.next} keys="J" to={listed[place.after]} address={address} icon={ChevronDown} />
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
