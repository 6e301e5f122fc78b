import { FileX2 } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { CodeViewer } from '@/components/code/CodeViewer';
import { FileHeader } from '@/components/code/FileHeader';
import { marksOf } from '@/components/code/marks';
import { EmptyState } from '@/components/common/EmptyState';
import { ErrorState } from '@/components/common/ErrorState';
import { Skeleton } from '@/components/ui/skeleton';
import { useReviewFiles } from '@/hooks/useReview';
import { m } from '@/i18n/messages';
import type { Issue } from '@/types/review';
import { grammarOf } from '@/utils/languages';

interface FoundCodeProps {
  jobId: string;
  findings: readonly Issue[];
  picked: string | null;
  onPick: (id: string) => void;
  /** Why there is no code. */
  nothing?: string;
}

/** The submitted code with the findings so far; it shows the file of the picked one, or one that was chosen. */
export function FoundCode({ jobId, findings, picked, onPick, nothing }: FoundCodeProps) {
  const files = useReviewFiles(jobId);
  // The code may lag behind the list: marking it anew costs more than anything else here.
  const settled = useDeferredValue(findings);
  const [chosen, setChosen] = useState<{ path: string; picked: string | null } | null>(null);

  // Picking a finding afterwards outweighs the choice of a file.
  const path = chosen?.picked === picked ? chosen.path : findings.find(({ id }) => id === picked)?.file_path;
  const file = files.data?.find((candidate) => candidate.path === path) ?? files.data?.[0];
  const marks = useMemo(() => marksOf(settled, file?.path ?? ''), [settled, file]);

  if (files.isError) return <ErrorState error={files.error} onRetry={() => void files.refetch()} />;
  if (files.isPending) return <Loading />;
  if (!file) return null;
  if (file.content === '' && files.data.length === 1)
    return <EmptyState icon={FileX2} title={m.code.nothing} text={nothing} />;
  return (
    <section aria-label={m.running.code} className="flex h-full min-h-0 min-w-0 flex-col bg-code">
      <FileHeader
        path={file.path}
        paths={files.data.map((other) => other.path)}
        onShow={(next) => setChosen({ path: next, picked })}
      />
      <div className="min-h-0 flex-1">
        <CodeViewer
          path={file.path}
          value={file.content}
          language={grammarOf(file.language)}
          label={m.code.reviewed(file.path)}
          marks={marks}
          activeMark={picked}
          onSelect={onPick}
        />
      </div>
    </section>
  );
}

function Loading() {
  return (
    <div role="status" className="h-full bg-code p-4">
      <span className="sr-only">{m.errors.loading}</span>
      <Skeleton className="h-full" />
    </div>
  );
}
