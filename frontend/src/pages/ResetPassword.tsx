import { useState } from 'react';
import { Link } from 'react-router';
import { buttonVariants } from '@/components/ui/button';
import { AuthCard } from '@/features/auth/AuthCard';
import { NewPasswordForm } from '@/features/auth/NewPasswordForm';
import { useMailedToken } from '@/hooks/useMailed';
import { usePageTitle } from '@/hooks/usePageTitle';
import { m } from '@/i18n/messages';

/** The link of the mail that {@link ForgotPassword} asks for. */
export default function ResetPassword() {
  const r = m.auth.mailed.reset;
  const token = useMailedToken();
  const [state, setState] = useState<'open' | 'done' | 'refused'>(token ? 'open' : 'refused');
  const title = { open: r.title, done: r.done, refused: r.used }[state];
  usePageTitle(title);
  return (
    <AuthCard title={title}>
      {state === 'open' && token && (
        <NewPasswordForm
          token={token}
          onDone={() => setState('done')}
          onTokenRefused={() => setState('refused')}
        />
      )}
      {state === 'done' && <Ending role="status" text={r.doneText} to="/login" label={m.auth.signIn} />}
      {state === 'refused' && (
        <Ending role="alert" text={r.usedText} to="/forgot-password" label={r.another} />
      )}
    </AuthCard>
  );
}

function Ending({ role, text, to, label }: { role: string; text: string; to: string; label: string }) {
  return (
    <>
      <p role={role} className="mb-6 text-sm text-muted-foreground">
        {text}
      </p>
      <Link to={to} className={buttonVariants({ size: 'lg' })}>
        {label}
      </Link>
    </>
  );
}
