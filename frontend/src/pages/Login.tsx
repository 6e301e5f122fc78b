import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { AuthCard } from '@/features/auth/AuthCard';
import { LoginForm } from '@/features/auth/LoginForm';
import { ProviderButtons } from '@/features/auth/ProviderButtons';
import { usePageTitle } from '@/hooks/usePageTitle';
import { useProfile } from '@/hooks/useSession';
import { m } from '@/i18n/messages';
import { safeReturnTo } from '@/services/session';

export default function Login() {
  usePageTitle(m.auth.signInTitle);
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const profile = useProfile();
  const target = safeReturnTo(search.get('return_to'));
  if (profile.isSuccess) return <Navigate to={target} replace />;
  return (
    <AuthCard
      title={m.auth.signInTitle}
      footer={
        <>
          {m.auth.noAccount}{' '}
          <Link to={`/register?return_to=${encodeURIComponent(target)}`} className="link">
            {m.auth.registerTitle}
          </Link>
        </>
      }
    >
      {search.has('ended') && (
        <p role="status" className="mb-4 rounded-md border bg-muted px-3 py-2 text-sm">
          {m.auth.expired}
        </p>
      )}
      <LoginForm onSignedIn={() => void navigate(target, { replace: true })} />
      <ProviderButtons target={target} />
    </AuthCard>
  );
}
