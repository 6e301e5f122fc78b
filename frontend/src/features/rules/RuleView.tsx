import { CircleCheck, CircleX, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Prose } from '@/components/common/Prose';
import { SeverityLabel } from '@/components/common/Severity';
import { Weakness } from '@/components/common/Weakness';
import { Snippet } from '@/components/code/Snippet';
import { Badge } from '@/components/ui/badge';
import { InlineError } from '@/components/common/ErrorState';
import { Skeleton } from '@/components/ui/skeleton';
import { Card, CardContent, CardHeader } from '@/components/ui/card';
import { useRuleJudgements } from '@/hooks/useRatings';
import { formatPercent } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { Rule } from '@/types/review';
import { languageLabel } from '@/utils/languages';
import { engineOf } from './filters';

const r = m.rules;

/** A rule as a page of the handbook: why, how to fix it, and code on both sides of the line. */
export function RuleView({ rule }: { rule: Rule }) {
  const { id, title, severity, category, language, why, fix, bad, good } = rule;
  return (
    <article className="grid max-w-7xl gap-x-8 gap-y-6 px-4 pt-5 pb-10 md:px-6 xl:grid-cols-[minmax(0,1fr)_18rem]">
      <header className="xl:col-span-2">
        <div className="mb-1.5 flex flex-wrap items-center gap-2 text-sm">
          <SeverityLabel severity={severity} />
          <Badge>{m.results.categories[category]}</Badge>
          <Badge>{languageLabel(language)}</Badge>
        </div>
        <h1 className="text-xl font-semibold">{title}</h1>
        <p className="font-mono text-xs break-all text-muted-foreground">{id}</p>
      </header>
      <div className="grid min-w-0 content-start gap-6">
        {why && (
          <Part title={r.why}>
            <Prose text={why} />
          </Part>
        )}
        {fix && (
          <Part title={r.fix}>
            <Prose text={fix} />
          </Part>
        )}
        {bad.length + good.length === 0 ? (
          <p className="max-w-prose text-muted-foreground">{rule.analyser ? r.embedded : r.noExamples}</p>
        ) : (
          <div className="grid gap-4 lg:grid-cols-2">
            <Examples
              {...{ codes: bad, language, title: r.bad, labelOf: r.badLabel, icon: CircleX }}
              className="text-destructive"
            />
            <Examples
              {...{ codes: good, language, title: r.good, labelOf: r.goodLabel, icon: CircleCheck }}
              className="text-success"
            />
          </div>
        )}
      </div>
      <Facts rule={rule} />
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="max-w-prose">
      <h2 className="mb-1 font-semibold">{title}</h2>
      {children}
    </section>
  );
}

interface ExamplesProps {
  codes: readonly string[];
  language: string;
  title: string;
  labelOf: (index: number) => string;
  icon: LucideIcon;
  className: string;
}

function Examples({ codes, language, title, labelOf, icon: Icon, className }: ExamplesProps) {
  if (codes.length === 0) return null;
  return (
    <section className="grid min-w-0 content-start gap-2">
      <h2 className="flex items-center gap-1.5 font-semibold">
        <Icon aria-hidden className={cn('size-4', className)} />
        {title}
      </h2>
      {codes.map((code, index) => (
        <Snippet key={index} code={code} language={language} label={labelOf(index + 1)} />
      ))}
    </section>
  );
}

function Facts({ rule }: { rule: Rule }) {
  const { language, confidence, cwe, rewrites } = rule;
  return (
    <Card className="self-start text-sm">
      <CardHeader title={r.facts} />
      <CardContent>
        <dl className="grid gap-3 *:grid *:gap-0.5 [&_dt]:text-xs [&_dt]:text-muted-foreground">
          <div>
            <dt>{r.facets.engines}</dt>
            <dd>
              {r.engines[engineOf(rule)]}
              {rule.analyser && `, ${rule.analyser}`}
            </dd>
          </div>
          <div>
            <dt>{r.confidence}</dt>
            <dd>{confidence === null ? r.confidenceByFlow : r.confidenceText(formatPercent(confidence))}</dd>
          </div>
          <div>
            <dt>{r.judged}</dt>
            <dd>
              <Judged rule={rule} />
            </dd>
          </div>
          <div>
            <dt>{r.fixOffered}</dt>
            <dd>{rewrites ? r.yes : r.no}</dd>
          </div>
          {cwe.length > 0 && (
            <div>
              <dt>{r.weakness}</dt>
              <dd>
                <Weakness ids={cwe} />
              </dd>
            </div>
          )}
        </dl>
        <p className="mt-4 border-t pt-3">
          <Link to={`/rules?language=${language}`} className="link">
            {r.others(languageLabel(language))}
          </Link>
        </p>
      </CardContent>
    </Card>
  );
}

function Judged({ rule: { id } }: { rule: Rule }) {
  const judgements = useRuleJudgements();
  if (judgements.isPending) return <Skeleton className="h-5" />;
  if (!judgements.data) return <InlineError error={judgements.error} lead={r.judgedUnread} />;
  const judged = judgements.data.get(id);
  return judged ? r.judgedText(judged.right, judged.right + judged.wrong) : r.notJudged;
}
