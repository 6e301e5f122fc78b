import { Link } from 'react-router';
import { addressOfRule } from '@/hooks/useRules';

/** The id of a rule, which leads to its page. */
export function RuleName({ id }: { id: string }) {
  const address = addressOfRule(id);
  return address ? (
    <Link to={address} className="link">
      {id}
    </Link>
  ) : (
    id
  );
}
