import { ArrowRight } from 'lucide-react';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { SeverityIcon } from '@/components/common/Severity';
import { Card } from '@/components/ui/card';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { formatDateTime, formatNumber, formatScore } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { Issue, ReviewResults } from '@/types/review';
import { severities } from '@/utils/severity';
import { compareReviews, type Comparison } from './compareReviews';

interface ComparedProps {
  before: ReviewResults;
  after: ReviewResults;
}

const words = m.compare;
const parts: readonly (keyof Comparison)[] = ['fresh', 'worsened', 'unchanged', 'gone'];
const scores = ['code_quality', 'security_score', 'performance_score', 'maintainability_score'] as const;

/** The figures of both, and the findings by what became of them. */
export function Compared({ before, after }: ComparedProps) {
  const compared = useMemo(() => compareReviews(before, after), [before, after]);
  const [search, setSearch] = useSearchParams();
  const part =
    parts.find((name) => name === search.get('part')) ??
    parts.find((name) => compared[name].length > 0) ??
    'fresh';
  const show = (next: string): void =>
    setSearch(
      (now) => {
        now.set('part', next);
        return now;
      },
      { replace: true, preventScrollReset: true },
    );
  const severityBefore = useMemo(
    () => new Map(before.results.issues.map(({ fingerprint, severity }) => [fingerprint, severity])),
    [before],
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 px-4 pb-8 md:px-6 xl:grid-cols-[31rem_minmax(0,1fr)]">
      <Figures before={before} after={after} />
      <Card>
        <Tabs value={part} onValueChange={show}>
          <TabsList className="overflow-x-auto px-4">
            {parts.map((name) => (
              <TabsTrigger key={name} value={name} className="tabular shrink-0">
                {words.parts[name]} {formatNumber(compared[name].length)}
              </TabsTrigger>
            ))}
          </TabsList>
          {parts.map((name) => (
            <TabsContent key={name} value={name}>
              <Findings
                issues={compared[name]}
                review={name === 'gone' ? before : after}
                none={words.noneOf[name]}
                severityBefore={name === 'worsened' ? severityBefore : null}
              />
            </TabsContent>
          ))}
        </Tabs>
      </Card>
    </div>
  );
}

function Figures({ before, after }: ComparedProps) {
  const count = ({ results }: ReviewResults, severity: Issue['severity']): number =>
    results.issues.filter((issue) => issue.severity === severity && issue.triage.state !== 'dismissed')
      .length;
  return (
    <Card>
      <Table caption={words.figures} className="max-[22.5rem]:[&_:is(td,th)]:px-1.5">
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
              before={count(before, severity)}
              after={count(after, severity)}
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
  severity?: Issue['severity'];
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
        <span className="inline-flex items-center gap-2">
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

const mostShown = 200;

interface FindingsProps {
  issues: readonly Issue[];
  review: ReviewResults;
  none: string;
  /** By fingerprint, where it has changed. */
  severityBefore: ReadonlyMap<string, Issue['severity']> | null;
}

function Findings({ issues, review, none, severityBefore }: FindingsProps) {
  const wordBefore = ({ fingerprint }: Issue): string | null => {
    const severity = severityBefore?.get(fingerprint);
    return severity ? words.was(m.severity[severity]) : null;
  };
  if (issues.length === 0) return <p className="px-4 py-6 text-sm text-muted-foreground">{none}</p>;
  return (
    <>
      <ul>
        {issues.slice(0, mostShown).map((issue) => (
          <li key={issue.id} className="border-b last:border-0">
            <Link
              to={`/reviews/${review.job_id}?finding=${encodeURIComponent(issue.id)}`}
              className="flex min-h-11 items-start gap-2.5 px-4 py-2 text-sm -outline-offset-2 hover:bg-accent"
            >
              <SeverityIcon severity={issue.severity} className="mt-0.5" />
              <span className="min-w-0 flex-1">
                {issue.message}
                <span className="tabular block text-xs break-all text-muted-foreground">
                  {issue.file_path}
                  {issue.line !== null && `:${issue.line}`}
                </span>
              </span>
              <span className="shrink-0 text-end text-xs text-muted-foreground">
                {m.results.categories[issue.category]}
                <span className="block">{wordBefore(issue)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {issues.length > mostShown && (
        <p className="px-4 py-3 text-sm text-muted-foreground">{words.further(issues.length - mostShown)}</p>
      )}
    </>
  );
}
