import { Link } from 'react-router';
import { InlineError } from '@/components/common/ErrorState';
import { useRepositoryAccess } from '@/hooks/useRepositoryAccess';
import { m } from '@/i18n/messages';

const a = m.submit.repository.access;

/** In whose name a repository will be read, and the way to change that. Says nothing until it is known. */
export function RepositoryAccessLine() {
  const { data: access, error } = useRepositoryAccess();
  if (error) return <InlineError error={error} lead={a.unknown} />;
  if (!access) return null;
  const [text, action] = !access.granted
    ? [a.none, a.give]
    : access.refused_at
      ? [a.refused, a.renew]
      : [a.own, a.settings];
  return (
    <p className="text-xs text-muted-foreground">
      {text}{' '}
      <Link to="/settings/repositories" className="link">
        {action}
      </Link>
    </p>
  );
}
