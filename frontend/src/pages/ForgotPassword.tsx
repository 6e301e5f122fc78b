import { Link } from 'react-router';
import { Button } from '@/components/ui/button';
import { AuthCard } from '@/features/auth/AuthCard';
import { EmailForm } from '@/features/auth/EmailForm';
import { MailFailure } from '@/features/auth/MailFailure';
import { useForgotPassword } from '@/hooks/useMailed';
import { usePageTitle } from '@/hooks/usePageTitle';
import { m } from '@/i18n/messages';

/** Asks for a mail by which a password can be chosen. It never says whether the address has an account. */
export default function ForgotPassword() {
  const f = m.auth.mailed.forgot;
  const forgot = useForgotPassword();
  const title = forgot.isSuccess ? f.sent : f.title;
  usePageTitle(title);
  return (
    <AuthCard
      title={title}
      footer={
        <Link to="/login" className="link">
          {m.auth.providers.toSignIn}
        </Link>
      }
    >
      {forgot.isSuccess ? (
        <div className="grid gap-4">
          <p role="status" className="text-sm text-muted-foreground">
            {f.sentText(forgot.variables)}
          </p>
          <Button variant="outline" size="lg" onClick={() => forgot.reset()}>
            {f.other}
          </Button>
        </div>
      ) : (
        <div className="grid gap-4">
          <p className="text-sm text-muted-foreground">{f.text}</p>
          <EmailForm
            label={f.send}
            pendingLabel={f.sending}
            pending={forgot.isPending}
            onSubmit={(email) => forgot.mutate(email)}
          />
          {forgot.isError && <MailFailure error={forgot.error} lead={f.failed} />}
        </div>
      )}
    </AuthCard>
  );
}
