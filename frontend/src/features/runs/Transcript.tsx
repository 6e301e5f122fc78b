import { CircleAlert, UserRound, Wrench } from 'lucide-react';
import { memo } from 'react';
import { Clamped } from '@/components/common/Clamped';
import { Markdown } from '@/components/common/Markdown';
import { Badge } from '@/components/ui/badge';
import { formatDollars, formatNumber, formatSeconds } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { Turn } from '@/types/execution';
import { groupBy } from '@/utils/groupBy';

const t = m.runs.transcript;

interface TranscriptProps {
  turns: readonly Turn[];
  /** False when the end was left out. */
  complete: boolean;
}

/** What the agents said, turn by turn; conversations that went on side by side stand one after the other. */
export function Transcript({ turns, complete }: TranscriptProps) {
  if (turns.length === 0) return <p className="text-muted-foreground">{t.empty}</p>;
  const conversations = groupBy(turns, ({ conversation }) => conversation ?? '');
  return (
    <div className="grid gap-6">
      <p className="tabular text-sm text-muted-foreground">{totalsOf(turns)}</p>
      {conversations.map(([name, spoken]) => (
        <section key={name} aria-label={name || t.title} className="min-w-0">
          {conversations.length > 1 && (
            <h3 className="mb-3 text-sm font-semibold">{t.conversation(name || t.main)}</h3>
          )}
          <ol className="grid">
            {spoken.map((turn, index) => (
              <OneTurn key={index} turn={turn} number={index + 1} />
            ))}
          </ol>
        </section>
      ))}
      {!complete && <p className="text-sm text-warning">{t.cut}</p>}
    </div>
  );
}

const OneTurn = memo(function OneTurn({ turn, number }: { turn: Turn; number: number }) {
  const { agent, text, tools, kind } = turn;
  const failed = kind === 'failed' || kind === 'overdrawn';
  const aside = kind === 'chose';
  return (
    <li className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-2 border-b py-3 first:pt-0 last:border-0">
      <span aria-hidden className="tabular pt-0.5 text-end text-xs text-muted-foreground">
        {number}
      </span>
      <article className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          {failed && <CircleAlert aria-hidden className="size-4 text-destructive" />}
          {kind === 'decided' && <UserRound aria-hidden className="size-4 text-muted-foreground" />}
          <h4 className="text-sm font-semibold">{m.running.agents[agent] ?? agent}</h4>
          {kind && kind !== 'spoke' && (
            <Badge className={cn(failed && 'text-destructive')}>{t.kinds[kind]}</Badge>
          )}
          <span className="tabular text-xs text-muted-foreground">{factsOf(turn)}</span>
        </div>
        {tools.length > 0 && (
          <p className="mt-1 flex flex-wrap items-center gap-1 text-xs text-muted-foreground">
            <Wrench aria-hidden className="size-3.5" />
            <span className="sr-only">{m.running.tools}: </span>
            {toolCounts(tools).map(([tool, count]) => (
              <code key={tool} className="rounded-sm bg-muted px-1">
                {count > 1 ? t.times(tool, count) : tool}
              </code>
            ))}
          </p>
        )}
        <Clamped lines={aside ? 2 : 12} className={cn('mt-1', aside && 'text-muted-foreground')}>
          <Markdown text={text} level={4} />
        </Clamped>
      </article>
    </li>
  );
});

/** Model, time, tokens and money: as far as they are known. */
function factsOf({ model, duration_seconds, input_tokens, output_tokens, cost_usd }: Turn): string {
  return [
    ...(model ? [model] : []),
    ...(duration_seconds ? [formatSeconds(duration_seconds)] : []),
    ...(input_tokens || output_tokens
      ? [t.tokens(formatNumber(input_tokens ?? 0), formatNumber(output_tokens ?? 0))]
      : []),
    ...(cost_usd ? [formatDollars(cost_usd)] : []),
  ].join(' · ');
}

function totalsOf(turns: readonly Turn[]): string {
  const tokens = turns.reduce((sum, turn) => sum + (turn.input_tokens ?? 0) + (turn.output_tokens ?? 0), 0);
  const models = new Set(turns.flatMap(({ model }) => model ?? []));
  return [
    t.turns(turns.length, new Set(turns.map(({ agent }) => agent)).size),
    tokens > 0 ? m.running.tokens(tokens) : t.noModel,
    ...models,
  ].join(' · ');
}

function toolCounts(tools: readonly string[]): readonly (readonly [string, number])[] {
  return groupBy(tools, (tool) => tool).map(([tool, used]) => [tool, used.length] as const);
}
