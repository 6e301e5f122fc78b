import { createElement, useState, type KeyboardEvent } from 'react';
import { m } from '@/i18n/messages';
import { useMonaco } from './useMonaco';
import './code.css';

interface CodeEditorProps {
  path: string;
  value: string;
  /** The grammar's id. */
  language: string;
  label: string;
  onChange: (value: string) => void;
  onSubmit: () => void;
}

/** Where code is written: a plain text area at once, the full editor when it has loaded, with text, cursor and focus kept. */
export function CodeEditor({ path, value, language, label, onChange, onSubmit }: CodeEditorProps) {
  const Monaco = useMonaco();
  const [area, setArea] = useState<HTMLTextAreaElement | null>(null);

  const submitByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSubmit();
  };

  if (Monaco) {
    const replaces = area !== null && document.activeElement === area ? area : null;
    return createElement(Monaco, { path, value, language, label, onChange, onSubmit, replaces });
  }
  return (
    <textarea
      ref={(element) => {
        if (element) setArea(element);
      }}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={submitByKey}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      wrap="off"
      placeholder={m.code.placeholder}
      className="code-text block h-full w-full resize-none bg-code py-3 ps-14 pe-4 -outline-offset-2 placeholder:text-muted-foreground touch:text-lg"
    />
  );
}
