import { memo, useState } from 'react';
import { Prose } from '@/components/common/Prose';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import type { AgentMessage } from '@/services/reviewEvents';
import { useFollow } from './useFollow';

const foldedCharacters = 280;
/** Earlier ones are drawn when asked for. */
const drawnAtOnce = 100;

/** What the agents said, oldest first. It follows the newest one, unless the person has scrolled back to read. */
export function Messages({
  messages,
  ended = false,
}: {
  messages: readonly AgentMessage[];
  ended?: boolean;
}) {
  const { ref, onScroll, stay } = useFollow<HTMLUListElement>(messages.length);
  const [wanted, setWanted] = useState(drawnAtOnce);
  const hidden = Math.max(0, messages.length - wanted);

  return (
    <section aria-labelledby="messages-title" className="flex min-h-0 flex-col">
      <h2 id="messages-title" className="px-4 pt-3 pb-2 text-xs font-semibold text-muted-foreground">
        {m.running.messages}
      </h2>
      {messages.length === 0 && (
        <p className="px-4 pb-4 text-sm text-muted-foreground">
          {ended ? m.ended.noMessages : m.running.noMessages}
        </p>
      )}
      <ul
        ref={ref}
        className="grid min-h-0 flex-1 auto-rows-min gap-3 overflow-auto px-4 pb-3"
        onScroll={onScroll}
      >
        {hidden > 0 && (
          <li>
            <button
              type="button"
              className="link min-h-6 text-xs touch:min-h-11"
              onClick={() => {
                stay();
                setWanted(wanted + 5 * drawnAtOnce);
              }}
            >
              {m.running.earlierMessages(hidden)}
            </button>
          </li>
        )}
        {messages.slice(hidden).map((message) => (
          <Message key={message.seq} message={message} />
        ))}
      </ul>
    </section>
  );
}

const Message = memo(function Message({ message: { agent, text, tools } }: { message: AgentMessage }) {
  const [open, setOpen] = useState(false);
  const long = text.length > foldedCharacters;
  return (
    <li className="text-sm">
      <span className="block text-xs font-medium">{m.running.agents[agent] ?? agent}</span>
      <Prose text={text} className={cn('text-muted-foreground', long && !open && 'line-clamp-4')} />
      {tools.length > 0 && (
        <p className="text-xs text-muted-foreground">
          {m.running.tools}: {tools.join(', ')}
        </p>
      )}
      {long && (
        <button type="button" className="link text-xs" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? m.running.showLess : m.running.showMore}
        </button>
      )}
    </li>
  );
});
