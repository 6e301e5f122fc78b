import { UsersRound } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { EmptyState } from '@/components/common/EmptyState';
import { InlineError } from '@/components/common/ErrorState';
import { QueryView } from '@/components/common/QueryView';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Skeleton } from '@/components/ui/skeleton';
import { useAccounts, useSetActive } from '@/hooks/useAccounts';
import { useNow } from '@/hooks/useNow';
import { useProfile } from '@/hooks/useSession';
import { m } from '@/i18n/messages';
import { toast } from '@/store/toastStore';
import type { ManagedAccount } from '@/types/review';
import { AccountTable } from './AccountTable';
import { QuotaDialog } from './QuotaDialog';

const a = m.administration;

/** Everybody's accounts, for administrators; the server refuses others, and this page then says so. */
export function Accounts() {
  const [text, setText] = useState('');
  const accounts = useAccounts(useDeferredValue(text.trim()));
  const setActive = useSetActive();
  const ownId = useProfile().data?.id ?? null;
  const [asked, setAsked] = useState<ManagedAccount | null>(null);
  const now = useNow(60_000);
  return (
    <>
      <div className="px-4 pb-3 md:px-6">
        <Input
          type="search"
          aria-label={a.search}
          placeholder={a.search}
          value={text}
          maxLength={200}
          onChange={(event) => setText(event.target.value)}
          className="h-8 max-w-96 text-sm"
        />
      </div>
      {setActive.isError && (
        <div className="px-4 pb-3 md:px-6">
          <InlineError error={setActive.error} lead={m.settings.saveFailed} />
        </div>
      )}
      <QueryView
        query={accounts}
        loading={<Skeleton className="mx-4 h-96 md:mx-6" />}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={<EmptyState icon={UsersRound} title={a.noneMatch} />}
      >
        {({ pages }) => (
          <>
            <AccountTable
              accounts={pages.flatMap(({ items }) => items)}
              ownId={ownId}
              now={now}
              busy={setActive.isPending}
              onQuota={setAsked}
              onActive={({ id, username }, active) =>
                setActive.mutate(
                  { id, active },
                  {
                    onSuccess: () =>
                      toast({ kind: 'done', text: active ? a.opened(username) : a.wasClosed(username) }),
                  },
                )
              }
            />
            {accounts.hasNextPage && (
              <Button
                variant="outline"
                className="m-4 md:mx-6"
                disabled={accounts.isFetchingNextPage}
                onClick={() => void accounts.fetchNextPage()}
              >
                {a.more}
              </Button>
            )}
          </>
        )}
      </QueryView>
      {asked && <QuotaDialog key={asked.id} account={asked} onClose={() => setAsked(null)} />}
    </>
  );
}
