import { GitBranch, X } from 'lucide-react';
import { CostCap } from '@/components/common/CostCap';
import { Estimate } from '@/components/common/Estimate';
import { InlineError } from '@/components/common/ErrorState';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Switch } from '@/components/ui/switch';
import { useSubmissionOptions } from '@/hooks/useEstimate';
import { repositoryOf } from '@/hooks/useReview';
import { useSettled } from '@/hooks/useSettled';
import { useTypicalSeconds } from '@/hooks/useWorkflows';
import { m } from '@/i18n/messages';
import type { Draft, DraftRepository } from '@/services/draft';
import { problemOf } from '@/services/problem';
import { RepositoryAccessLine } from './RepositoryAccessLine';

const r = m.submit.repository;
const settledMs = 500;

interface RepositoryPanelProps {
  draft: Draft;
  repository: DraftRepository;
  pending: boolean;
  error: unknown;
  onChange: (change: Partial<DraftRepository>) => void;
  onMaxUsdChange: (maxUsd: number | null) => void;
  onRemove: () => void;
  onSubmit: () => void;
}

/** A repository at a ref, or a pull request, instead of code in the editor. */
export function RepositoryPanel(props: RepositoryPanelProps) {
  const { draft, repository, pending, error, onChange, onMaxUsdChange, onRemove, onSubmit } = props;
  const { url, ref, pullRequest, postComments } = repository;
  const takes = useTypicalSeconds(draft.workflow);
  const options = useSubmissionOptions().data;
  const settled = useSettled(repository, settledMs);
  const named = settled.url.trim() === '' ? draft.project !== null : URL.canParse(settled.url);
  const { fields } = problemOf(error);
  const errorOf = (name: string) => fields.find(({ field }) => field === `repository.${name}`)?.message;
  const reason = !options?.posts_comments ? r.noComments : pullRequest === '' ? r.needsPull : null;
  return (
    <Card aria-label={r.title} className="flex flex-1 flex-col">
      <form
        noValidate
        className="flex flex-1 flex-col"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <div className="flex items-start gap-3 border-b p-4">
          <GitBranch aria-hidden className="mt-0.5 size-5 text-muted-foreground" />
          <h2 className="flex-1 font-semibold">{r.title}</h2>
          <Button type="button" variant="outline" onClick={onRemove}>
            <X aria-hidden />
            {r.remove}
          </Button>
        </div>
        <div className="grid max-w-2xl content-start gap-4 p-4">
          <Field
            label={r.url}
            hint={[r.hosts(options?.repository_hosts ?? []), draft.project && r.ofProject]
              .filter(Boolean)
              .join(' ')}
            error={errorOf('repository_url')}
          >
            {(control) => (
              <Input
                {...control}
                type="url"
                maxLength={500}
                placeholder="https://github.com/owner/name"
                value={url}
                onChange={({ target }) => onChange({ url: target.value })}
              />
            )}
          </Field>
          <RepositoryAccessLine />
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={r.ref} hint={r.refHint} error={errorOf('ref')} aside={m.auth.optional}>
              {(control) => (
                <Input
                  {...control}
                  maxLength={200}
                  disabled={pullRequest !== ''}
                  value={ref}
                  onChange={({ target }) => onChange({ ref: target.value })}
                />
              )}
            </Field>
            <Field label={r.pull} hint={r.pullHint} error={errorOf('pull_request')} aside={m.auth.optional}>
              {(control) => (
                <Input
                  {...control}
                  type="number"
                  min={1}
                  value={pullRequest}
                  onChange={({ target }) => onChange({ pullRequest: target.value })}
                />
              )}
            </Field>
          </div>
          <div className="flex items-start gap-3 text-sm">
            <Switch
              id="post-comments"
              checked={postComments && reason === null}
              disabled={reason !== null}
              aria-describedby="post-comments-note"
              onCheckedChange={(checked) => onChange({ postComments: checked })}
            />
            <div>
              <label htmlFor="post-comments" className="font-medium">
                {r.comments}
              </label>
              <p id="post-comments-note" className="text-xs text-muted-foreground">
                {errorOf('post_comments') ?? reason ?? r.commentsHint}
              </p>
            </div>
          </div>
        </div>
        <div className="mt-auto grid gap-3 border-t p-4">
          {error !== null && <InlineError error={error} lead={m.submit.failed} />}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
            <Estimate
              takes={takes}
              workflow={draft.workflow}
              project={draft.project}
              files={[]}
              repository={named ? repositoryOf(settled) : null}
            />
            <CostCap value={draft.maxUsd} onChange={onMaxUsdChange} />
            <Button
              type="submit"
              size="lg"
              className="ms-auto max-sm:w-full"
              disabled={pending || (url.trim() === '' && !draft.project)}
            >
              {pending ? m.submit.submitting : r.submit}
            </Button>
          </div>
        </div>
      </form>
    </Card>
  );
}
