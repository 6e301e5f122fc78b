import { createElement } from 'react';
import { markAt, type Mark } from './marks';
import { StaticCode } from './StaticCode';
import { useMonaco } from './useMonaco';
import './code.css';

interface CodeViewerProps {
  path: string;
  value: string;
  /** The grammar's id. */
  language: string;
  label: string;
  marks: readonly Mark[];
  activeMark: string | null;
  onSelect: (id: string) => void;
}

/** Code that is read, with its findings; a click on a mark selects the finding. */
export function CodeViewer({ path, value, language, label, marks, activeMark, onSelect }: CodeViewerProps) {
  const Monaco = useMonaco();
  const pick = (line: number, column: number | null): void => {
    const mark = markAt(marks, line, column, activeMark);
    if (mark) onSelect(mark.id);
  };
  if (!Monaco) return <StaticCode {...{ value, language, label, marks, activeMark }} onPick={pick} />;
  return createElement(Monaco, {
    path,
    value,
    language,
    label,
    marks,
    activeMark,
    readOnly: true,
    onPick: pick,
  });
}
