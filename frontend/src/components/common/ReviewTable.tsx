import { Trash2 } from 'lucide-react';
import { Link } from 'react-router';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { GateLabel } from './GateLabel';
import { SeverityCounts } from './Severity';
import { StatusBadge } from './StatusBadge';
import { hasEnded } from '@/hooks/useReview';
import { useNow } from '@/hooks/useNow';
import { formatAgo, formatDateTime, formatSeconds } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { ReviewListItem } from '@/types/review';
import { languageLabel } from '@/utils/languages';
import { awaitedRepository, isPacked, jobName, repositoryName } from '@/utils/repositories';
import { addressOfJob } from '@/utils/workflows';

const h = m.history;
const cell = 'px-3 py-2 first:ps-(--gutter) last:pe-(--gutter)';
const head = cn(cell, 'font-medium whitespace-nowrap');

interface ReviewTableProps {
  items: readonly ReviewListItem[];
  /** Given when reviews that have ended can be deleted here. */
  onDelete?: (item: ReviewListItem) => void;
}

/** One row a review; its name is the link to it. What it shows depends on the room it has. */
export function ReviewTable({ items, onDelete }: ReviewTableProps) {
  const now = useNow(60_000);
  return (
    <div className="@container">
      <table className="w-full text-sm">
        <caption className="sr-only">{h.caption}</caption>
        <thead className="border-y text-start text-xs text-muted-foreground">
          <tr>
            <th scope="col" className={head}>
              {h.review}
            </th>
            <th scope="col" className={cn(head, '@max-xl:hidden')}>
              {h.status}
            </th>
            <th scope="col" className={cn(head, '@max-3xl:hidden')}>
              {h.verdict}
            </th>
            <th scope="col" className={cn(head, '@max-xl:hidden')}>
              {h.findings}
            </th>
            <th scope="col" className={cn(head, '@max-4xl:hidden')}>
              {h.workflow}
            </th>
            <th scope="col" className={cn(head, 'text-end @max-4xl:hidden')}>
              {h.duration}
            </th>
            <th scope="col" className={cn(head, 'text-end @max-xl:pe-(--gutter)')}>
              {h.started}
            </th>
            {onDelete && (
              <th scope="col" className={cn(head, '@max-xl:hidden')}>
                <span className="sr-only">{h.delete}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody className="tabular">
          {items.map((item) => (
            <Row key={item.job_id} item={item} now={now} onDelete={onDelete} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  item: ReviewListItem;
  now: number;
  onDelete: ReviewTableProps['onDelete'];
}

function Row({ item, now, onDelete }: RowProps) {
  return (
    <tr className="relative border-b hover:bg-muted in-[section]:last:border-0">
      <td className={cn(cell, 'w-full max-w-0')}>
        {/* The link covers its row; what else can be pressed stands above it. */}
        <Link
          to={addressOfJob(item.workflow, item.job_id)}
          className="block truncate font-medium -outline-offset-2 after:absolute after:inset-0"
        >
          {jobName(item)}
        </Link>
        <span className="block truncate text-xs text-muted-foreground">{contentWords(item)}</span>
        <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs @xl:hidden">
          {item.gate ? <GateLabel gate={item.gate} /> : <StatusBadge status={item.status} />}
          {item.issue_counts && <SeverityCounts counts={item.issue_counts} className="gap-x-2" />}
        </span>
      </td>
      <td className={cn(cell, '@max-xl:hidden')}>
        <StatusBadge status={item.status} />
      </td>
      <td className={cn(cell, '@max-3xl:hidden')}>{item.gate && <GateLabel gate={item.gate} />}</td>
      <td className={cn(cell, 'whitespace-nowrap @max-xl:hidden')}>
        {item.issue_counts && <SeverityCounts counts={item.issue_counts} />}
      </td>
      <td className={cn(cell, 'whitespace-nowrap text-muted-foreground @max-4xl:hidden')}>
        {m.workflow[item.workflow] ?? item.workflow}
      </td>
      <td className={cn(cell, 'text-end whitespace-nowrap text-muted-foreground @max-4xl:hidden')}>
        {tookWords(item)}
      </td>
      <td
        className={cn(
          cell,
          'text-end whitespace-nowrap text-muted-foreground @max-xl:pe-(--gutter) @max-xl:align-top @max-xl:text-xs',
        )}
      >
        <time dateTime={item.created_at} title={formatDateTime(item.created_at)}>
          {formatAgo(item.created_at, now)}
        </time>
      </td>
      {onDelete && (
        <td className={cn(cell, 'relative py-0 text-end @max-xl:hidden')}>
          {hasEnded(item.status) && <DeleteButton item={item} onDelete={onDelete} />}
        </td>
      )}
    </tr>
  );
}

function DeleteButton({
  item,
  onDelete,
}: {
  item: ReviewListItem;
  onDelete: (item: ReviewListItem) => void;
}) {
  return (
    <AlertDialog
      trigger={
        <Button
          variant="ghost"
          size="icon"
          className="text-muted-foreground"
          aria-label={h.deleteOf(jobName(item))}
        >
          <Trash2 aria-hidden />
        </Button>
      }
      title={h.deleteQuestion(jobName(item))}
      description={h.deleteText}
      confirm={h.delete}
      dismiss={h.keep}
      onConfirm={() => onDelete(item)}
    />
  );
}

/** An archive stands for its files until they are unpacked, and stays if that fails: its language says nothing. */
function contentWords({
  workflow,
  question,
  file_path,
  file_count,
  language,
  repository_url,
}: ReviewListItem): string {
  if (question) return m.workflow[workflow] ?? workflow;
  if (file_path === awaitedRepository) return h.repository;
  if (isPacked(file_path)) return h.archive;
  return [
    repository_url && repositoryName(repository_url),
    language && languageLabel(language),
    file_count > 1 && h.files(file_count),
  ]
    .filter(Boolean)
    .join(', ');
}

function tookWords({ started_at, completed_at }: ReviewListItem): string {
  if (!started_at || !completed_at) return '';
  return formatSeconds((Date.parse(completed_at) - Date.parse(started_at)) / 1000);
}
