import { useState } from 'react';
import { InlineError } from '@/components/common/ErrorState';
import { QueryView } from '@/components/common/QueryView';
import { Button } from '@/components/ui/button';
import { Card, CardContent, CardHeader } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Skeleton } from '@/components/ui/skeleton';
import { useDeleteAccount } from '@/hooks/useAccount';
import { useProfile } from '@/hooks/useSession';
import { m } from '@/i18n/messages';

const s = m.settings.account;

/** Deletes the account, after its name was typed. */
export function AccountSettings() {
  const profile = useProfile();
  return (
    <Card>
      <CardHeader title={s.title} description={s.text} />
      <CardContent>
        <QueryView query={profile} loading={<Skeleton className="h-24" />}>
          {({ username }) => <DeleteForm username={username} />}
        </QueryView>
      </CardContent>
    </Card>
  );
}

function DeleteForm({ username }: { username: string }) {
  const [typed, setTyped] = useState('');
  const remove = useDeleteAccount();
  return (
    <form
      className="grid justify-items-start gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed === username) remove.mutate();
      }}
    >
      <Field label={s.type(username)} className="w-full max-w-80">
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      {remove.isError && <InlineError error={remove.error} lead={s.failed} />}
      <Button type="submit" variant="destructive" disabled={typed !== username || remove.isPending}>
        {remove.isPending ? s.deleting : s.button}
      </Button>
    </form>
  );
}
