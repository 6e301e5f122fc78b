import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { InlineError } from '@/components/common/ErrorState';
import { QueryView } from '@/components/common/QueryView';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card, CardContent, CardHeader } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Skeleton } from '@/components/ui/skeleton';
import { useUpdateProfile } from '@/hooks/useAccount';
import { useProfile } from '@/hooks/useSession';
import { m } from '@/i18n/messages';
import { problemOf } from '@/services/problem';
import { toast } from '@/store/toastStore';
import type { User } from '@/types/review';
import { AvatarField } from './AvatarField';

const s = m.settings;
const { invalid } = m.auth;

const schema = z.object({
  username: z.string().regex(/^[A-Za-z0-9._-]{3,50}$/, invalid.username),
  fullName: z.string().trim().max(100, invalid.fullName),
});

type Values = z.infer<typeof schema>;

const valuesOf = ({ username, full_name }: User): Values => ({ username, fullName: full_name ?? '' });

/** Who the person is, and how they appear. */
export function ProfileSettings() {
  const profile = useProfile();
  return (
    <Card>
      <CardHeader title={s.profile.title} description={s.profile.text} />
      <CardContent>
        <QueryView query={profile} loading={<Skeleton className="h-56" />}>
          {(user) => <ProfileForm user={user} />}
        </QueryView>
      </CardContent>
    </Card>
  );
}

function ProfileForm({ user }: { user: User }) {
  const update = useUpdateProfile();
  const form = useForm<Values>({ resolver: zodResolver(schema), defaultValues: valuesOf(user) });
  const { errors, isDirty } = form.formState;
  const showErrors = (error: unknown): void => {
    const problem = problemOf(error);
    if (problem.status === 409) form.setError('username', { message: problem.detail ?? '' });
    for (const { field, message } of problem.fields) {
      if (field === 'username') form.setError('username', { message });
      if (field === 'full_name') form.setError('fullName', { message });
    }
  };
  const submit = form.handleSubmit(({ username, fullName }) =>
    update.mutate(
      { username, full_name: fullName || null },
      {
        onError: showErrors,
        onSuccess: (saved) => {
          form.reset(valuesOf(saved));
          toast({ kind: 'done', text: s.saved });
        },
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <AvatarField username={user.username} />
      <dl className="grid gap-1 text-sm">
        <dt className="font-medium">{s.profile.email}</dt>
        <dd className="flex flex-wrap items-center gap-2">
          <span className="break-all">{user.email}</span>
          <Badge>{user.email_verified ? s.profile.confirmed : s.profile.unconfirmed}</Badge>
        </dd>
      </dl>
      <Field label={s.profile.username} error={errors.username?.message}>
        {(control) => (
          <Input {...control} {...form.register('username')} autoComplete="username" autoCapitalize="off" />
        )}
      </Field>
      <Field label={s.profile.fullName} aside={s.profile.optional} error={errors.fullName?.message}>
        {(control) => <Input {...control} {...form.register('fullName')} autoComplete="name" />}
      </Field>
      {update.isError && <InlineError error={update.error} lead={s.saveFailed} />}
      <Button type="submit" className="justify-self-start" disabled={!isDirty || update.isPending}>
        {update.isPending ? s.saving : s.save}
      </Button>
    </form>
  );
}
