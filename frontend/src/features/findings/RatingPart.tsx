import { ThumbsDown, ThumbsUp, type LucideIcon } from 'lucide-react';
import { InlineError } from '@/components/common/ErrorState';
import { Button } from '@/components/ui/button';
import { useRateFinding, useRatings } from '@/hooks/useRatings';
import { m } from '@/i18n/messages';
import type { Issue } from '@/types/review';

const words = m.results.rating;

/** Whether the finding helped, which tells how good its rule is. A second press takes the answer back. */
export function RatingPart({ jobId, finding }: { jobId: string; finding: Issue }) {
  const ratings = useRatings(jobId);
  const rate = useRateFinding(jobId);
  const said = ratings.data?.get(finding.fingerprint);
  const answer = (helpful: boolean, label: string, Icon: LucideIcon) => (
    <Button
      variant={said === helpful ? 'secondary' : 'outline'}
      size="sm"
      aria-pressed={said === helpful}
      disabled={ratings.data === undefined}
      onClick={() => rate.mutate({ issue: finding, helpful: said === helpful ? null : helpful })}
    >
      <Icon aria-hidden className={said === helpful ? 'fill-current' : undefined} />
      {label}
    </Button>
  );
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        {answer(true, words.helpful, ThumbsUp)}
        {answer(false, words.unhelpful, ThumbsDown)}
      </div>
      {ratings.isError && ratings.data === undefined && (
        <InlineError error={ratings.error} lead={words.unread} />
      )}
      {rate.isError && <InlineError error={rate.error} lead={words.unsaved} />}
    </div>
  );
}
