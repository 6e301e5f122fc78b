import type { ReactNode } from 'react';
import { usePrinting } from '@/hooks/usePrinting';
import { useAgentsOf } from '@/hooks/useWorkflows';
import { m } from '@/i18n/messages';
import type { Issue, ReviewResults, SourceFile } from '@/types/review';
import type { Tab } from './filters';
import { PrintedFinding } from './PrintedFinding';
import { FileTable, ReceiptDetails } from './ReceiptDetails';

const words = m.results.print;

interface PrintReportProps {
  review: ReviewResults;
  files: readonly SourceFile[];
  failed: readonly string[];
  byTab: Readonly<Record<Tab, readonly Issue[]>>;
}

/**
 * The review in full, for paper: what was not read, every finding whatever the list is narrowed to, and the receipt. Made
 * when printing begins.
 */
export function PrintReport({ review, files, failed, byTab }: PrintReportProps) {
  const printing = usePrinting();
  useAgentsOf(review.workflow); // the receipt names those that did nothing too, and paper doesn't wait for the answer
  if (!printing) return null;
  const unread = review.coverage.files.filter(({ status }) => status !== 'reviewed');
  return (
    <div className="hidden gap-6 px-4 text-sm md:px-6 print:grid">
      {unread.length > 0 && (
        <Part title={words.unread(unread.length)}>
          <FileTable files={unread} caption={words.unread(unread.length)} />
        </Part>
      )}
      <Findings title={m.results.count(byTab.all.length)} issues={byTab.all} files={files} />
      <Findings title={words.dismissed(byTab.dismissed.length)} issues={byTab.dismissed} files={files} />
      <Part title={words.receipt}>
        <ReceiptDetails review={review} failed={failed} />
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className="mb-2 break-after-avoid text-base font-semibold">{title}</h2>
      {children}
    </section>
  );
}

interface FindingsProps {
  title: string;
  issues: readonly Issue[];
  files: readonly SourceFile[];
}

function Findings({ title, issues, files }: FindingsProps) {
  if (issues.length === 0) return null;
  return (
    <Part title={title}>
      <ol>
        {issues.map((issue) => (
          <PrintedFinding key={issue.id} finding={issue} files={files} />
        ))}
      </ol>
    </Part>
  );
}
