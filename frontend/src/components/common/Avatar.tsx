import { useAvatar } from '@/hooks/useSession';
import { cn } from '@/lib/utils';

/** The picture of the person signed in, or the first letter of their name; says nothing to screen readers. */
export function Avatar({ username, className }: { username: string; className: string }) {
  const { data: picture } = useAvatar();
  if (picture) return <img src={picture} alt="" className={cn('rounded-full object-cover', className)} />;
  return (
    <span
      aria-hidden
      className={cn(
        'grid place-items-center rounded-full bg-secondary font-semibold text-secondary-foreground uppercase',
        className,
      )}
    >
      {username.slice(0, 1)}
    </span>
  );
}
