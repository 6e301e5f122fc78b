import { Link } from 'react-router';
import { addressOfRule } from '@/hooks/useRules';

interface RuleNameProps {
  id: string;
  /** What it looks for, where its id alone would say too little. */
  title?: string | null;
}

/** A rule's name, which leads to its page. */
export function RuleName({ id, title }: RuleNameProps) {
  const address = addressOfRule(id);
  const name = title ?? <code className="text-xs break-all">{id}</code>;
  return address ? (
    <Link to={address} className={title ? 'font-medium hover:underline' : 'link'}>
      {name}
    </Link>
  ) : (
    name
  );
}
