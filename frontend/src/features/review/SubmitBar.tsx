import { KeyRound, ShieldCheck } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { CostCap } from '@/components/common/CostCap';
import { Estimate } from '@/components/common/Estimate';
import { InlineError } from '@/components/common/ErrorState';
import { Button } from '@/components/ui/button';
import { useTypicalSeconds } from '@/hooks/useWorkflows';
import { m } from '@/i18n/messages';
import { isEmpty, type Draft } from '@/services/draft';
import { byteLength, submissionBytes } from '@/services/readFiles';
import { findSecrets } from '@/services/secrets';

interface SubmitBarProps {
  draft: Draft;
  /** Whether the browser had room to keep the draft. */
  kept: boolean;
  pending: boolean;
  error: unknown;
  onMaxUsdChange: (maxUsd: number | null) => void;
  onSubmit: () => void;
}

/** One line below the editor: what will be sent, what to be careful about, and the one primary button. */
export function SubmitBar({ draft, kept, pending, error, onMaxUsdChange, onSubmit }: SubmitBarProps) {
  const takes = useTypicalSeconds(draft.workflow);
  const settled = useDeferredValue(draft);
  const facts = useMemo(() => factsOf(settled), [settled]);
  const empty = isEmpty(draft);
  const tooLarge = facts.bytes > submissionBytes;
  return (
    <div className="grid gap-2">
      {error !== null && <InlineError error={error} lead={m.submit.failed} />}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        {empty ? (
          <span className="text-muted-foreground">{m.submit.limits(submissionBytes)}</span>
        ) : (
          <>
            <span className="tabular text-muted-foreground">
              {m.submit.summary(facts.files, facts.lines, facts.bytes)}
            </span>
            <SecretHint facts={facts} />
          </>
        )}
        <Estimate takes={takes} workflow={draft.workflow} project={draft.project} files={facts.sizes} />
        <CostCap value={draft.maxUsd} onChange={onMaxUsdChange} />
        {tooLarge && (
          <span className="text-destructive">{m.submit.tooLarge(facts.bytes, submissionBytes)}</span>
        )}
        {!kept && <span className="text-warning">{m.submit.draftTooLarge}</span>}
        <div className="ms-auto flex items-center gap-3 max-sm:w-full">
          <span className="text-xs text-muted-foreground max-lg:hidden">{m.submit.tabHint(isApple)}</span>
          <Button
            size="lg"
            className="max-sm:w-full"
            disabled={empty || tooLarge || pending}
            title={empty ? m.submit.nothing : undefined}
            onClick={onSubmit}
          >
            {pending ? m.submit.submitting : m.submit.submit}
            <kbd aria-hidden className="ms-1 text-xs font-normal max-sm:hidden">
              {isApple ? '⌘↵' : 'Ctrl ↵'}
            </kbd>
          </Button>
        </div>
      </div>
    </div>
  );
}

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

interface Facts {
  readonly files: number;
  readonly lines: number;
  readonly bytes: number;
  readonly sizes: readonly { readonly path: string; readonly bytes: number }[];
  readonly secrets: readonly { readonly path: string | null; readonly line: number }[];
}

function SecretHint({ facts: { files, secrets } }: { facts: Facts }) {
  const [first] = secrets;
  if (!first) {
    return (
      <span className="inline-flex items-center gap-1.5 text-muted-foreground">
        <ShieldCheck aria-hidden className="size-4" />
        {m.submit.noSecret}
      </span>
    );
  }
  return (
    <span className="inline-flex items-center gap-1.5 font-medium text-warning">
      <KeyRound aria-hidden className="size-4" />
      {files > 1
        ? m.submit.secretsIn(secrets.length, first.path ?? m.submit.untitled, first.line)
        : m.submit.secrets(secrets.length, first.line)}
    </span>
  );
}

function factsOf(draft: Draft): Facts {
  const files = draft.files.filter(({ content }) => content.trim() !== '');
  const sizes = files.map(({ path, content }, index) => ({
    path: path ?? `untitled-${index + 1}`,
    bytes: byteLength(content),
  }));
  return {
    sizes,
    files: files.length,
    lines: files.reduce((sum, { content }) => sum + content.replace(/\n$/, '').split('\n').length, 0),
    bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0),
    secrets: files.flatMap(({ path, content }) => findSecrets(content).map(({ line }) => ({ path, line }))),
  };
}
