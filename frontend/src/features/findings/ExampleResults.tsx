import { CircleX } from 'lucide-react';
import { useMemo, useState } from 'react';
import { markAt, marksOf, relatedMarksOf } from '@/components/code/marks';
import { StaticCode } from '@/components/code/StaticCode';
import { SeverityCounts, SeverityIcon } from '@/components/common/Severity';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { Issue, ReviewResults } from '@/types/review';
import { grammarOf } from '@/utils/languages';
import { Conditions } from './Conditions';
import { ExampleFinding } from './ExampleFinding';
import { countBySeverity, inReadingOrder } from './filters';
import { receiptLine } from './receiptLine';
import recorded from './example.json';
import { verdictSentence } from './verdictWords';

const review = recorded.review as unknown as ReviewResults;
const { path, language, code } = recorded;
const issues = inReadingOrder(review.results.issues);

/**
 * A finished review to look around in without an account: what the product answered for the code beside it, kept as it was by
 * `npm run example`; a journey compares it with what a review finds today.
 */
export default function ExampleResults() {
  const [open, setOpen] = useState(issues[0]);
  const marks = useMemo(() => [...marksOf(issues, path), ...relatedMarksOf(open ?? null, path)], [open]);
  const show = (id: string | undefined): void => setOpen(issues.find((issue) => issue.id === id) ?? open);
  if (!open) return null;
  return (
    <section aria-label={m.home.example.label} className="overflow-hidden rounded-lg border bg-card">
      <Head />
      <div className="grid grid-cols-[minmax(0,1fr)] divide-y border-t lg:h-108 lg:grid-cols-[17rem_minmax(0,1fr)_20rem] lg:divide-x lg:divide-y-0">
        <ul aria-label={m.results.list} className="min-h-0 overflow-auto max-lg:max-h-64">
          {issues.map((issue) => (
            <Row key={issue.id} issue={issue} open={issue === open} onOpen={() => setOpen(issue)} />
          ))}
        </ul>
        <div className="min-h-0 max-lg:h-72">
          <StaticCode
            value={code}
            language={grammarOf(language)}
            label={m.code.reviewed(path)}
            marks={marks}
            activeMark={open.id}
            roomy
            onPick={(line) => show(markAt(marks, line, null, open.id)?.id)}
          />
        </div>
        <ExampleFinding key={open.id} finding={open} source={code} />
      </div>
    </section>
  );
}

/** The verdict, its conditions and the receipt, as every review has them. */
function Head() {
  const { verdict, coverage } = review;
  return (
    <div className="grid gap-2 px-4 py-3.5 text-sm">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <h2 className="flex items-center gap-2 text-base">
          <CircleX aria-hidden className="size-5 shrink-0 text-destructive" />
          <span>
            <span className="font-semibold text-destructive">{m.results.verdict[verdict.gate]}:</span>{' '}
            {verdictSentence(verdict, coverage)}
          </span>
        </h2>
        <SeverityCounts counts={countBySeverity(issues)} className="ms-auto" />
      </div>
      <Conditions conditions={verdict.conditions} />
      <p className="tabular text-xs text-muted-foreground">{receiptLine(review)}</p>
    </div>
  );
}

interface RowProps {
  issue: Issue;
  open: boolean;
  onOpen: () => void;
}

function Row({ issue: { severity, message, line, category }, open, onOpen }: RowProps) {
  return (
    <li className={cn('border-s-2 border-b border-s-transparent', open && 'border-s-ring bg-accent')}>
      <button
        type="button"
        aria-current={open ? 'true' : undefined}
        onClick={onOpen}
        className="flex w-full items-start gap-2.5 px-3 py-2 text-start text-sm -outline-offset-2 hover:bg-accent touch:py-2.5"
      >
        <SeverityIcon severity={severity} className="mt-0.5" />
        <span className="min-w-0">
          <span className="line-clamp-2">{message}</span>
          <span className="tabular text-xs text-muted-foreground">
            {line !== null && m.results.line(line)} {m.results.categories[category]}
          </span>
        </span>
      </button>
    </li>
  );
}
