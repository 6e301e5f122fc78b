import { InlineError } from '@/components/common/ErrorState';
import { m } from '@/i18n/messages';
import { problemOf } from '@/services/problem';

/** Why no mail was sent; a limit says how long to wait. */
export function MailFailure({ error, lead }: { error: unknown; lead: string }) {
  const { status, retryAfter } = problemOf(error);
  if (status !== 429 || retryAfter === null) return <InlineError error={error} lead={lead} />;
  return (
    <p role="alert" className="text-sm text-destructive">
      {lead}. {m.auth.mailed.tooMany(retryAfter)}
    </p>
  );
}
