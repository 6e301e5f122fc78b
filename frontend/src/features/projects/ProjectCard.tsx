import { Link } from 'react-router';
import { GateLabel } from '@/components/common/GateLabel';
import { SeverityCounts } from '@/components/common/Severity';
import { StatusBadge } from '@/components/common/StatusBadge';
import { Badge } from '@/components/ui/badge';
import { formatAgo } from '@/i18n/format';
import { m } from '@/i18n/messages';
import type { Project } from '@/types/review';
import { languageLabel } from '@/utils/languages';

const p = m.projects;

/** A project at a glance: what it is, and how its last review ended. */
export function ProjectCard({ project, now }: { project: Project; now: number }) {
  const { id, name, description, language, last_review: last } = project;
  return (
    <article className="relative flex h-full flex-col gap-2 rounded-lg border bg-card p-4 transition-colors duration-150 hover:border-border-strong">
      <div className="flex items-start gap-2">
        <h2 className="min-w-0 flex-1 truncate font-semibold">
          <Link to={`/projects/${id}`} className="after:absolute after:inset-0 after:rounded-lg">
            {name}
          </Link>
        </h2>
        {language && <Badge>{languageLabel(language)}</Badge>}
      </div>
      {description && <p className="line-clamp-2 text-sm text-muted-foreground">{description}</p>}
      <div className="mt-auto flex flex-wrap items-center gap-x-3 gap-y-1 pt-2 text-sm">
        {last ? (
          <>
            {last.gate ? <GateLabel gate={last.gate} /> : <StatusBadge status={last.status} />}
            {last.issue_counts && <SeverityCounts counts={last.issue_counts} />}
            <time dateTime={last.created_at} className="basis-full text-xs text-muted-foreground">
              {formatAgo(last.created_at, now)}
            </time>
          </>
        ) : (
          <span className="text-muted-foreground">{p.neverReviewed}</span>
        )}
      </div>
    </article>
  );
}
