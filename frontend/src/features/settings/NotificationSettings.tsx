import { useId } from 'react';
import { InlineError } from '@/components/common/ErrorState';
import { QueryView } from '@/components/common/QueryView';
import { Card, CardContent, CardHeader } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { Switch } from '@/components/ui/switch';
import { usePreferences, useSetPreferences } from '@/hooks/useAccount';
import { m } from '@/i18n/messages';

const s = m.settings.notifications;
const names = ['review_completed', 'review_failed', 'approval_required'] as const;

/** What the person wants a mail about; every switch is saved at once. */
export function NotificationSettings() {
  const preferences = usePreferences();
  const save = useSetPreferences();
  const id = useId();
  return (
    <Card>
      <CardHeader title={s.title} description={s.text} />
      <CardContent className="grid gap-4">
        <QueryView query={preferences} loading={<Skeleton className="h-24" />}>
          {(data) => (
            <ul className="grid gap-4">
              {names.map((name) => (
                <li key={name} className="flex items-center justify-between gap-4 text-sm">
                  <label htmlFor={`${id}-${name}`}>
                    <span className="block font-medium">{s.kinds[name].label}</span>
                    <span className="block text-muted-foreground">{s.kinds[name].text}</span>
                  </label>
                  <Switch
                    id={`${id}-${name}`}
                    checked={data.notifications[name] ?? false}
                    onCheckedChange={(on) =>
                      save.mutate({ ...data, notifications: { ...data.notifications, [name]: on } })
                    }
                  />
                </li>
              ))}
            </ul>
          )}
        </QueryView>
        {save.isError && <InlineError error={save.error} lead={m.settings.saveFailed} />}
      </CardContent>
    </Card>
  );
}
