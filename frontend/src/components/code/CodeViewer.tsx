import { createElement, useState } from 'react';
import { LineMenu, type LineChoice, type Point } from './LineMenu';
import { markAt, marksByLine, type Mark, type MarkAction } from './marks';
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
  /** Does what a mark offers. */
  onAct?: (action: MarkAction, id: string) => void;
}

/**
 * Code that is read, with its findings. A click on a mark selects the finding; beside the line it asks which of several
 * is meant, and, where no hover offers it, what to do with a single one.
 */
export function CodeViewer(props: CodeViewerProps) {
  const { path, value, language, label, marks, activeMark, onSelect, onAct } = props;
  const Monaco = useMonaco();
  const [choice, setChoice] = useState<LineChoice | null>(null);
  const pick = (line: number, column: number | null, at: Point): void => {
    const found = column === null && marksByLine(marks).find((other) => other.line === line);
    if (found && (found.marks.length > 1 || (!Monaco && found.marks[0]?.actions))) {
      setChoice({ found, at });
      return;
    }
    const mark = markAt(marks, line, column, activeMark);
    if (mark) onSelect(mark.id);
  };
  const code = Monaco ? (
    createElement(Monaco, {
      path,
      value,
      language,
      label,
      marks,
      activeMark,
      readOnly: true,
      onPick: pick,
      onAct,
    })
  ) : (
    <StaticCode {...{ value, language, label, marks, activeMark }} onPick={pick} />
  );
  return (
    <>
      {code}
      {choice && <LineMenu {...{ choice, onSelect, onAct }} onClose={() => setChoice(null)} />}
    </>
  );
}
