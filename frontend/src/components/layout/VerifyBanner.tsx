import { MailWarning, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useResendVerification } from '@/hooks/useMailed';
import { useProfile } from '@/hooks/useSession';
import { m } from '@/i18n/messages';
import { problemOf } from '@/services/problem';

/** Reminds of an address that was never confirmed, until it is or the reminder is put away. */
export function VerifyBanner() {
  const { data: profile } = useProfile();
  const resend = useResendVerification();
  const [away, setAway] = useState(false);
  const r = m.auth.mailed.resend;
  if (!profile || profile.email_verified || away) return null;
  return (
    <section
      aria-label={r.label}
      className="flex items-center gap-x-3 gap-y-1 border-b bg-muted px-4 py-1.5 text-sm md:px-6 print:hidden"
    >
      <MailWarning aria-hidden className="size-4 shrink-0 text-warning" />
      <div className="min-w-0 flex-1 py-1">
        <p role="status" className="me-3 inline break-words">
          {resend.isSuccess ? r.sent(profile.email) : r.text(profile.email)}
          {resend.isError && <span className="text-destructive"> {failureText(resend.error)}</span>}
        </p>
        {!resend.isSuccess && (
          <button
            type="button"
            className="link inline"
            disabled={resend.isPending}
            onClick={() => resend.mutate(profile.email)}
          >
            {resend.isPending ? r.sending : r.send}
          </button>
        )}
      </div>
      <Button
        variant="ghost"
        size="sm"
        className="w-7 px-0"
        aria-label={m.submit.dismiss}
        onClick={() => setAway(true)}
      >
        <X aria-hidden />
      </Button>
    </section>
  );
}

function failureText(error: unknown): string {
  const { status, retryAfter } = problemOf(error);
  const { resend, tooMany } = m.auth.mailed;
  return status === 429 && retryAfter !== null
    ? tooMany(retryAfter)
    : `${resend.failed}. ${m.errors.unavailableText}`;
}
