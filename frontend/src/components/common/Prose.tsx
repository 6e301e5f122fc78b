import { Fragment } from 'react';
import { cn } from '@/lib/utils';

/**
 * Text of a rule, an agent or a model with the little markup they use: paragraphs, lists and `code`. It is untrusted, so there
 * are no images or markup, and of a link only its text and its site. Anything else stays the text it is.
 */
export function Prose({ text, className }: { text: string; className?: string }) {
  return (
    <div className={cn('grid gap-1.5 break-words', className)}>
      {blocksOf(text).map((block, index) =>
        block.items ? (
          <ul key={index} className="grid list-disc gap-1 ps-4.5">
            {block.items.map((item, at) => (
              <li key={at}>
                <Inline text={item} />
              </li>
            ))}
          </ul>
        ) : (
          <p key={index} className="whitespace-pre-wrap">
            <Inline text={block.text} />
          </p>
        ),
      )}
    </div>
  );
}

function Inline({ text }: { text: string }) {
  return text.split(/(`[^`\n]+`)/).map((part, index) =>
    part.length > 2 && part.startsWith('`') && part.endsWith('`') ? (
      <code key={index} className="rounded-sm bg-muted px-1 text-[0.92em]">
        {part.slice(1, -1)}
      </code>
    ) : (
      <Fragment key={index}>{withoutLinks(part)}</Fragment>
    ),
  );
}

/** `[the list](https://example.com/a_(b))` becomes `the list (example.com)`. */
function withoutLinks(text: string): string {
  return text.replaceAll(
    /\[([^[\]\n]+)\]\((https?:\/\/(?:[^\s()]|\([^\s()]*\))+)\)/g,
    (link, words: string, address: string) =>
      URL.canParse(address) ? `${words} (${new URL(address).hostname})` : link,
  );
}

interface Block {
  readonly text: string;
  readonly items: readonly string[] | null;
}

const bullet = /^\s*(?:[-*•]|\d+[.)])\s+/;

function blocksOf(text: string): readonly Block[] {
  const blocks: { text: string; items: string[] | null }[] = [];
  let broken = true;
  for (const line of text.trim().split('\n')) {
    const last = blocks.at(-1);
    if (line.trim() === '') broken = true;
    else if (bullet.test(line)) {
      const item = line.replace(bullet, '');
      if (last?.items) last.items.push(item);
      else blocks.push({ text: '', items: [item] });
      broken = false;
    } else if (last && !broken && last.items === null) {
      last.text += `\n${line}`;
    } else if (last?.items && !broken && /^\s+\S/.test(line)) {
      last.items.push(`${last.items.pop() ?? ''} ${line.trim()}`);
    } else {
      blocks.push({ text: line, items: null });
      broken = false;
    }
  }
  return blocks;
}
