import { useId, useRef } from 'react';
import { Avatar } from '@/components/common/Avatar';
import { InlineError } from '@/components/common/ErrorState';
import { Button } from '@/components/ui/button';
import { useSetAvatar } from '@/hooks/useAccount';
import { useAvatar } from '@/hooks/useSession';
import { m } from '@/i18n/messages';
import { PictureRefused } from '@/utils/smallPicture';
import { toast } from '@/store/toastStore';

const s = m.settings.avatar;

/** The person's picture, to set and to remove. */
export function AvatarField({ username }: { username: string }) {
  const present = useAvatar();
  const change = useSetAvatar();
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  const save = (file: File | null) =>
    change.mutate(file, { onSuccess: () => toast({ kind: 'done', text: file ? s.set : s.removed }) });
  return (
    <div role="group" aria-label={s.label} className="flex items-start gap-4">
      <Avatar username={username} className="size-16 shrink-0 text-2xl" />
      <div className="grid min-w-0 gap-2">
        <div className="flex flex-wrap gap-2">
          <input
            ref={input}
            type="file"
            accept="image/png,image/jpeg,image/webp"
            hidden
            onChange={({ target }) => {
              const file = target.files?.[0];
              target.value = '';
              if (file) save(file);
            }}
          />
          <Button
            variant="outline"
            size="sm"
            aria-describedby={hint}
            disabled={change.isPending}
            onClick={() => input.current?.click()}
          >
            {change.isPending ? s.saving : s.choose}
          </Button>
          {present.data && (
            <Button variant="outline" size="sm" disabled={change.isPending} onClick={() => save(null)}>
              {s.remove}
            </Button>
          )}
        </div>
        <p id={hint} className="text-xs text-muted-foreground">
          {s.hint}
        </p>
        {present.isError && <InlineError error={present.error} lead={m.errors.notRefreshed} />}
        {change.isError && <Failure error={change.error} />}
      </div>
    </div>
  );
}

function Failure({ error }: { error: unknown }) {
  if (!(error instanceof PictureRefused)) return <InlineError error={error} lead={s.failed} />;
  return (
    <p role="alert" className="text-sm text-destructive">
      {s[error.reason]}
    </p>
  );
}
