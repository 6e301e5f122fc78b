import { ArrowRight, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { SeverityIcon } from '@/components/common/Severity';
import { Card } from '@/components/ui/card';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table';
import { formatDateTime, formatScore } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { ReviewResults, Severity } from '@/types/review';
import { severities } from '@/utils/severity';

interface FiguresProps {
  before: ReviewResults;
  after: ReviewResults;
}

const words = m.compare;
const scores = ['code_quality', 'security_score', 'performance_score', 'maintainability_score'] as const;

/**
 * Verdict, counts and scores of both and how they differ. Where they stand above the findings and not beside them, one line
 * tells the most and opens the rest.
 */
export function Figures({ before, after }: FiguresProps) {
  const [open, setOpen] = useState(false);
  const of = ({ results }: ReviewResults, severity?: Severity): number =>
    results.issues.filter(
      (issue) => (!severity || issue.severity === severity) && issue.triage.state !== 'dismissed',
    ).length;
  const verdicts = [before, after].map(({ verdict }) => m.results.verdict[verdict.gate]) as [string, string];
  return (
    <Card>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex min-h-11 w-full items-center gap-2 rounded-lg px-4 py-2 text-start text-sm hover:bg-accent xl:hidden print:hidden"
      >
        <ChevronRight
          aria-hidden
          className={cn(
            'size-4 shrink-0 text-muted-foreground transition-transform duration-150',
            open && 'rotate-90',
          )}
        />
        <span className="font-medium">{words.inShort}</span>
        <span className="tabular min-w-0 text-muted-foreground">
          {words.verdicts(...verdicts)} · {words.counts(of(before), of(after))}
        </span>
      </button>
      <Table
        caption={words.figures}
        className={cn(
          'max-xl:border-t max-[22.5rem]:[&_:is(td,th)]:px-1.5',
          !open && 'max-xl:hidden print:table',
        )}
      >
        <TableHeader>
          <TableRow>
            <TableHead>{words.figure}</TableHead>
            <TableHead numeric>
              <ReviewLink review={before} label={words.before} />
            </TableHead>
            <TableHead numeric>
              <ReviewLink review={after} label={words.after} />
            </TableHead>
            <TableHead numeric>{words.difference}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          <TableRow>
            <TableCell>{words.verdict}</TableCell>
            <TableCell numeric>{m.results.verdict[before.verdict.gate]}</TableCell>
            <TableCell numeric>{m.results.verdict[after.verdict.gate]}</TableCell>
            <TableCell numeric>
              {before.verdict.gate === after.verdict.gate ? (
                <span className="text-muted-foreground">{words.same}</span>
              ) : (
                <ArrowRight role="img" aria-label={words.changed} className="ms-auto size-4" />
              )}
            </TableCell>
          </TableRow>
          {severities.map((severity) => (
            <Figure
              key={severity}
              label={m.severity[severity]}
              severity={severity}
              before={of(before, severity)}
              after={of(after, severity)}
              better="less"
            />
          ))}
          {scores.map((score) => (
            <Figure
              key={score}
              label={m.results.metrics[score] ?? score}
              before={before.results.metrics[score]}
              after={after.results.metrics[score]}
              better="more"
            />
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

function ReviewLink({ review, label }: { review: ReviewResults; label: string }) {
  return (
    <Link to={`/reviews/${review.job_id}`} className="block py-2 hover:underline">
      {label}
      <span className="block font-normal text-muted-foreground max-sm:hidden">
        {formatDateTime(review.created_at)}
      </span>
    </Link>
  );
}

interface FigureProps {
  label: string;
  severity?: Severity;
  before: number;
  after: number;
  better: 'less' | 'more';
}

function Figure({ label, severity, before, after, better }: FigureProps) {
  const difference = after - before;
  const improved = better === 'less' ? difference < 0 : difference > 0;
  return (
    <TableRow>
      <TableCell>
        <span className="inline-flex items-center gap-2 align-middle">
          {severity && <SeverityIcon severity={severity} decorative />}
          {label}
        </span>
      </TableCell>
      <TableCell numeric>{formatScore(before)}</TableCell>
      <TableCell numeric>{formatScore(after)}</TableCell>
      <TableCell
        numeric
        className={cn(
          difference === 0 ? 'text-muted-foreground' : improved ? 'text-success' : 'text-destructive',
        )}
      >
        {difference === 0 ? words.same : words.by(formatScore(Math.abs(difference)), difference > 0)}
      </TableCell>
    </TableRow>
  );
}
