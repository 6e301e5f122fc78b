import { useResendVerification } from '@/hooks/useMailed';
import { m } from '@/i18n/messages';
import { EmailForm } from './EmailForm';
import { MailFailure } from './MailFailure';

/** Sends the verification mail again, to whoever says that it is theirs; the answer tells nobody whether it was. */
export function AnotherMail() {
  const resend = useResendVerification();
  const r = m.auth.mailed.resend;
  if (resend.isSuccess) {
    return (
      <p role="status" className="text-sm">
        {r.answer}
      </p>
    );
  }
  return (
    <div className="grid gap-4">
      <EmailForm
        label={r.title}
        pendingLabel={r.sending}
        pending={resend.isPending}
        onSubmit={(email) => resend.mutate(email)}
      />
      {resend.isError && <MailFailure error={resend.error} lead={r.failed} />}
    </div>
  );
}
