import { ExternalLink, Square, SquareCheck } from 'lucide-react';
import { memo, useMemo, type ReactNode } from 'react';
import { Snippet } from '@/components/code/Snippet';
import { m } from '@/i18n/messages';
import { cn } from '@/lib/utils';
import { parseMarkdown, type Block, type Inline } from '@/utils/markdown';

interface MarkdownProps {
  text: string;
  /** The level that a first-level heading of the text has on the page. */
  level?: 2 | 3 | 4;
  className?: string;
}

/** What an agent has written. It is untrusted: no markup of its own, no images, links marked as leading away. */
export const Markdown = memo(function Markdown({ text, level = 3, className }: MarkdownProps) {
  const blocks = useMemo(() => parseMarkdown(text), [text]);
  return (
    <div className={cn('grid grid-cols-[minmax(0,1fr)] gap-2.5 break-words', className)}>
      <Blocks blocks={blocks} level={level} />
    </div>
  );
});

function Blocks({ blocks, level }: { blocks: readonly Block[]; level: number }): ReactNode {
  return blocks.map((block, index) => <OneBlock key={index} block={block} level={level} />);
}

function OneBlock({ block, level }: { block: Block; level: number }): ReactNode {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${Math.min(6, level + block.level - 1)}` as 'h2';
      return (
        <Heading className={cn('mt-2 font-semibold first:mt-0', block.level === 1 && 'text-lg')}>
          <Inlines parts={block.parts} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p className="whitespace-pre-line">
          <Inlines parts={block.parts} />
        </p>
      );
    case 'code':
      return <Snippet code={block.text} language={block.language} label={m.markdown.code} />;
    case 'quote':
      return (
        <blockquote className="grid gap-2 border-s-3 ps-3 text-muted-foreground">
          <Blocks blocks={block.blocks} level={level} />
        </blockquote>
      );
    case 'list':
      return <List list={block} level={level} />;
    case 'table':
      return <Table table={block} />;
    case 'rule':
      return <hr />;
  }
}

function List({ list, level }: { list: Extract<Block, { kind: 'list' }>; level: number }) {
  const items = list.items.map(({ done, blocks }, index) => (
    <li key={index} className={cn('ps-0.5', done !== null && '-ms-5 flex list-none gap-2')}>
      {done !== null && <Task done={done} />}
      <div className="grid min-w-0 gap-1.5">
        <Blocks blocks={blocks} level={level} />
      </div>
    </li>
  ));
  return list.ordered ? (
    <ol start={list.start} className="grid list-decimal gap-1 ps-6">
      {items}
    </ol>
  ) : (
    <ul className="grid list-disc gap-1 ps-5">{items}</ul>
  );
}

/** Whether a point of a list is done. */
export function Task({ done }: { done: boolean }) {
  const Icon = done ? SquareCheck : Square;
  return (
    <Icon
      role="img"
      aria-label={done ? m.markdown.done : m.markdown.open}
      className={cn('mt-0.5 size-4 shrink-0', done ? 'text-success' : 'text-muted-foreground')}
    />
  );
}

function Table({ table }: { table: Extract<Block, { kind: 'table' }> }) {
  return (
    <div role="region" aria-label={m.markdown.table} tabIndex={0} className="overflow-x-auto">
      <table className="text-sm">
        <thead className="border-b text-start">
          <tr>
            {table.head.map((cell, index) => (
              <th key={index} scope="col" className="py-1 pe-4 align-bottom font-medium">
                <Inlines parts={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index} className="border-b last:border-0">
              {row.map((cell, at) => (
                <td key={at} className="py-1 pe-4 align-top">
                  <Inlines parts={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Inlines({ parts }: { parts: readonly Inline[] }): ReactNode {
  return parts.map((part, index) => <OneInline key={index} part={part} />);
}

function OneInline({ part }: { part: Inline }): ReactNode {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'code':
      return <code className="rounded-sm bg-muted px-1 text-[0.92em] break-words">{part.text}</code>;
    case 'strong':
      return (
        <strong className="font-semibold">
          <Inlines parts={part.parts} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <Inlines parts={part.parts} />
        </em>
      );
    case 'del':
      return (
        <del>
          <Inlines parts={part.parts} />
        </del>
      );
    case 'link':
      return (
        <a href={part.href} target="_blank" rel="noreferrer nofollow" className="link" title={part.href}>
          <Inlines parts={part.parts} />
          <ExternalLink aria-label={m.markdown.leadsAway} className="ms-0.5 inline size-3" />
        </a>
      );
  }
}
