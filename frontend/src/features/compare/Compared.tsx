import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { SeverityIcon } from '@/components/common/Severity';
import { Card } from '@/components/ui/card';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { formatNumber } from '@/i18n/format';
import { m } from '@/i18n/messages';
import type { Issue, ReviewResults } from '@/types/review';
import { compareReviews, type Comparison } from './compareReviews';
import { Figures } from './Figures';

interface ComparedProps {
  before: ReviewResults;
  after: ReviewResults;
}

const words = m.compare;
const parts: readonly (keyof Comparison)[] = ['fresh', 'worsened', 'unchanged', 'gone'];

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
