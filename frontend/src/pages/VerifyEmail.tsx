import { Link } from 'react-router';
import { InlineError } from '@/components/common/ErrorState';
import { Button, buttonVariants } from '@/components/ui/button';
import { AnotherMail } from '@/features/auth/AnotherMail';
import { AuthCard } from '@/features/auth/AuthCard';
import { useMailedToken, useVerifyEmail } from '@/hooks/useMailed';
import { usePageTitle } from '@/hooks/usePageTitle';
import { m } from '@/i18n/messages';
import { problemOf } from '@/services/problem';
import { hasSession } from '@/services/session';

/**
 * The link of the verification mail. It asks before it confirms: programs that open links in mails must not confirm an
 * account that somebody else made with this address.
 */
export default function VerifyEmail() {
  const v = m.auth.mailed.verify;
  const token = useMailedToken();
  const verify = useVerifyEmail();
  const isUsed = verify.isError && problemOf(verify.error).status === 422;
  const title = verify.isSuccess ? v.done : isUsed ? v.used : v.title;
  usePageTitle(title);
  if (verify.isSuccess) {
    return (
      <AuthCard title={title}>
        <p role="status" className="mb-6 text-sm text-muted-foreground">
          {v.doneText}
        </p>
        <Link to={hasSession() ? '/reviews/new' : '/login'} className={buttonVariants({ size: 'lg' })}>
          {hasSession() ? v.goOn : m.auth.signIn}
        </Link>
      </AuthCard>
    );
  }
  if (!token || isUsed) {
    return (
      <AuthCard title={title}>
        <p role={isUsed ? 'alert' : undefined} className="mb-6 text-sm text-muted-foreground">
          {isUsed ? v.usedText : v.noToken}
        </p>
        <AnotherMail />
      </AuthCard>
    );
  }
  return (
    <AuthCard title={title}>
      <p className="mb-6 text-sm text-muted-foreground">{v.text}</p>
      <div className="grid gap-4">
        <Button size="lg" disabled={verify.isPending} onClick={() => verify.mutate(token)}>
          {verify.isPending ? v.confirming : v.confirm}
        </Button>
        {verify.isError && <InlineError error={verify.error} lead={v.failed} />}
      </div>
    </AuthCard>
  );
}
