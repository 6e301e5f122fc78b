import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { AuthCard } from '@/features/auth/AuthCard';
import { ProviderButtons } from '@/features/auth/ProviderButtons';
import { RegisterForm } from '@/features/auth/RegisterForm';
import { usePageTitle } from '@/hooks/usePageTitle';
import { useProfile } from '@/hooks/useSession';
import { m } from '@/i18n/messages';
import { safeReturnTo } from '@/services/session';

export default function Register() {
  usePageTitle(m.auth.registerTitle);
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const profile = useProfile();
  const target = safeReturnTo(search.get('return_to'));
  if (profile.isSuccess) return <Navigate to={target} replace />;
  return (
    <AuthCard
      title={m.auth.registerTitle}
      footer={
        <>
          {m.auth.haveAccount}{' '}
          <Link to={`/login?return_to=${encodeURIComponent(target)}`} className="link">
            {m.auth.signIn}
          </Link>
        </>
      }
    >
      <RegisterForm onSignedIn={() => void navigate(target, { replace: true })} />
      <ProviderButtons target={target} />
    </AuthCard>
  );
}
