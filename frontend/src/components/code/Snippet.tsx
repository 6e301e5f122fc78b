import { useMemo } from 'react';
import { cn } from '@/lib/utils';
import { highlight } from './highlight';
import './code.css';

interface SnippetProps {
  code: string;
  language: string;
  /** Without one it is an ornament: it is not read out and does not take the focus. */
  label?: string;
  className?: string;
}

/** A few lines of code to read, coloured without the editor. */
export function Snippet({ code, language, label, className }: SnippetProps) {
  const tokens = useMemo(() => highlight(code.replace(/\n$/, ''), language), [code, language]);
  return (
    <pre
      {...(label ? { role: 'region', 'aria-label': label, tabIndex: 0 } : { 'aria-hidden': true })}
      className={cn('overflow-auto rounded-md border bg-code px-3 py-2.5 text-xs leading-5', className)}
    >
      <code>
        {tokens.map(({ text, kind }, index) => (
          <span key={index} className={kind === 'plain' ? undefined : `token-${kind}`}>
            {text}
          </span>
        ))}
      </code>
    </pre>
  );
}
