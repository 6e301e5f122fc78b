import { Link } from 'react-router';
import { AgentEndLabel, useAgentEnds } from '@/components/job/AgentEnds';
import { formatNumber, formatSeconds } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { ReviewResults } from '@/types/review';
import { Provenance } from './Provenance';

const r = m.results.receipt;

interface ReceiptDetailsProps {
  review: ReviewResults;
  /** The agents whose turns came to nothing. */
  failed: readonly string[];
}

/** Each file and what became of it, the agents, and with what they worked. */
export function ReceiptDetails({ review, failed }: ReceiptDetailsProps) {
  return (
    <div className="grid gap-x-8 gap-y-4 xl:grid-cols-[2fr_1fr]">
      <div>
        <FileTable files={review.coverage.files} caption={r.table} />
        <SuppressedList suppressed={review.coverage.suppressed ?? []} />
      </div>
      <div>
        <AgentTable review={review} failed={failed} />
        <Link to={`/reviews/${review.job_id}/transcript`} className="link mt-3 inline-block print:hidden">
          {m.runs.transcript.open}
        </Link>
        <Provenance coverage={review.coverage} />
      </div>
    </div>
  );
}

/** What comments in the code asked not to report, with their reasons. */
function SuppressedList({
  suppressed,
}: {
  suppressed: NonNullable<ReviewResults['coverage']['suppressed']>;
}) {
  if (suppressed.length === 0) {
    return null;
  }
  return (
    <div className="mt-4">
      <h3 className="text-xs font-medium text-muted-foreground">{r.suppressed(suppressed.length)}</h3>
      <ul className="mt-1 space-y-1">
        {suppressed.map(({ path, line, rule_id, reason }) => (
          <li key={`${path}:${line}:${rule_id}`}>
            <span className="font-mono text-xs">{`${path}:${line} ${rule_id}`}</span> {reason}
          </li>
        ))}
      </ul>
    </div>
  );
}

const cell = 'py-1.5 pe-3 text-start align-top sm:pe-4';

interface FileTableProps {
  files: ReviewResults['coverage']['files'];
  caption: string;
}

export function FileTable({ files, caption }: FileTableProps) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-start text-xs text-muted-foreground">
          <tr className="border-b">
            <th scope="col" className={cn(cell, 'font-medium')}>
              {r.file}
            </th>
            <th scope="col" className={cn(cell, 'font-medium')}>
              {r.status}
            </th>
            <th scope="col" className={cn(cell, 'text-end font-medium')}>
              {r.linesColumn}
            </th>
            <th scope="col" className={cn(cell, 'font-medium')}>
              {r.reason}
            </th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ path, status, lines, reason, reused }) => (
            <tr key={path} className="border-b last:border-0">
              <td className={cn(cell, 'font-mono text-xs leading-5 break-all')}>{path}</td>
              <td className={cn(cell, 'whitespace-nowrap', status !== 'reviewed' && 'text-warning')}>
                {r.statuses[status]}
              </td>
              <td className={cn(cell, 'tabular text-end whitespace-nowrap')}>{formatNumber(lines)}</td>
              <td className={cn(cell, 'text-muted-foreground')}>
                {[reason, reused && r.reused].filter(Boolean).join('; ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AgentTable({ review, failed }: ReceiptDetailsProps) {
  const { workflow, status, results } = review;
  const used = new Map(results.agents.map((usage) => [usage.agent, usage]));
  const ends = useAgentEnds({ workflow, status, failed_agents: [...failed] }, [...used.keys()]);
  return (
    <div className="overflow-x-auto">
      <table className="w-full">
        <caption className="sr-only">{r.agents}</caption>
        <thead className="text-start text-xs text-muted-foreground">
          <tr className="border-b">
            <th scope="col" className={cn(cell, 'font-medium')}>
              {r.agent}
            </th>
            <th scope="col" className={cn(cell, 'font-medium')}>
              {r.status}
            </th>
            <th scope="col" className={cn(cell, 'text-end font-medium')}>
              {r.took}
            </th>
            <th scope="col" className={cn(cell, 'text-end font-medium')}>
              {r.tokens}
            </th>
            <th scope="col" className={cn(cell, 'text-end font-medium')}>
              {r.cost}
            </th>
          </tr>
        </thead>
        <tbody>
          {ends.map(([agent, end]) => (
            <tr key={agent} className="border-b last:border-0">
              <td className={cell}>{m.running.agents[agent] ?? agent}</td>
              <td className={cell}>
                <AgentEndLabel end={end} />
              </td>
              <UsageCells usage={used.get(agent)} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function UsageCells({ usage }: { usage: ReviewResults['results']['agents'][number] | undefined }) {
  if (!usage) return <td colSpan={3} />;
  const { duration_seconds, input_tokens, output_tokens, cost_usd } = usage;
  return (
    <>
      <td className={cn(cell, 'tabular text-end whitespace-nowrap')}>{formatSeconds(duration_seconds)}</td>
      <td className={cn(cell, 'tabular text-end whitespace-nowrap')}>
        {formatNumber(input_tokens + output_tokens)}
      </td>
      <td className={cn(cell, 'tabular text-end whitespace-nowrap')}>{r.dollars(cost_usd)}</td>
    </>
  );
}
