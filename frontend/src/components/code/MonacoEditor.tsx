import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { m } from '@/i18n/messages';
import type { Point } from './LineMenu';
import type { Mark, MarkAction } from './marks';
import { activeDecorations, decorationsOf, markCommand } from './monacoDecorations';
import { monaco } from './monacoSetup';
import { lineOnRuler, onRulerClick } from './rulerClicks';

export interface MonacoEditorProps {
  /** Which document is shown: each path keeps its own undo history and scroll position. */
  path: string;
  value: string;
  /** The grammar's id. */
  language: string;
  label: string;
  readOnly?: boolean;
  marks?: readonly Mark[];
  activeMark?: string | null;
  onChange?: (value: string) => void;
  onSubmit?: () => void;
  /** A click into the text, or (column null) beside a line or on its mark in the ruler, or Enter on it; and where in the window. */
  onPick?: (line: number, column: number | null, at: Point) => void;
  /** A link in the hover of a mark. */
  onAct?: (action: MarkAction, id: string) => void;
  /** The focused text area that this editor takes the place of: its selection and its focus are taken over. */
  replaces?: HTMLTextAreaElement | null;
}

const options: monaco.editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  fontFamily: "'JetBrains Mono Variable', ui-monospace, monospace",
  fontSize: 13,
  lineHeight: 20,
  fontLigatures: false,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  padding: { top: 12, bottom: 12 },
  renderLineHighlight: 'none',
  renderFinalNewline: 'on', // dimmed numbers lack contrast
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  overviewRulerLanes: 1,
  lineNumbersMinChars: 4,
  folding: true,
  guides: { indentation: true },
  smoothScrolling: false,
  fixedOverflowWidgets: true,
  quickSuggestions: false,
  wordBasedSuggestions: 'off',
  stickyScroll: { enabled: false },
  wrappingIndent: 'indent',
  dropIntoEditor: { enabled: false },
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
};

/** The editor itself. Load it lazily: it brings the whole of Monaco. */
export default function MonacoEditor(props: MonacoEditorProps) {
  const { path, value, language, label, readOnly = false, marks, activeMark } = props;
  const host = useRef<HTMLDivElement>(null);
  const editorRef = useRef<monaco.editor.IStandaloneCodeEditor>(null);
  const decorations = useRef<monaco.editor.IEditorDecorationsCollection>(null);
  const activeLines = useRef<monaco.editor.IEditorDecorationsCollection>(null);
  const documents = useRef(new Map<string, Document>());
  const changed = useEffectEvent((text: string) => props.onChange?.(text));
  const submitted = useEffectEvent(() => props.onSubmit?.());
  const picked = useEffectEvent((line: number, column: number | null, at: Point) =>
    props.onPick?.(line, column, at),
  );
  const ruled = useEffectEvent((editor: monaco.editor.IStandaloneCodeEditor, event: MouseEvent) => {
    const line = lineOnRuler(editor, marks ?? [], event.clientY);
    if (line !== null) picked(line, null, { x: event.clientX, y: event.clientY });
  });
  const acted = useEffectEvent((action: MarkAction, id: string) => props.onAct?.(action, id));
  const replaced = useEffectEvent(() => props.replaces);

  // Everything that a key press depends on happens in the commit itself (layout effects): one that comes between the
  // text area's end and the editor's start would be lost.
  useLayoutEffect(() => {
    if (!host.current) return;
    const editor = monaco.editor.create(host.current, { ...options, model: null });
    const opened = documents.current;
    editorRef.current = editor;
    decorations.current = editor.createDecorationsCollection();
    activeLines.current = editor.createDecorationsCollection();
    editor.onDidChangeModelContent(({ isFlush }) => {
      // At once: a value that arrives after the next key press would be taken for a new one and undo that key press.
      if (!isFlush) flushSync(() => changed(editor.getValue()));
    });
    editor.onMouseDown(({ target, event }) => {
      if (!target.position || !event.leftButton) return;
      const inText = target.type === monaco.editor.MouseTargetType.CONTENT_TEXT;
      const inGutter = target.type === monaco.editor.MouseTargetType.GUTTER_GLYPH_MARGIN;
      const at = { x: event.browserEvent.clientX, y: event.browserEvent.clientY };
      if (inText || inGutter) picked(target.position.lineNumber, inText ? target.position.column : null, at);
    });
    onRulerClick(editor, (event) => ruled(editor, event));
    editor.addAction({
      id: 'assistant.findingsOnLine',
      label: m.code.pickOnLine,
      keybindings: [monaco.KeyCode.Enter],
      precondition: 'editorReadonly',
      run: () => {
        const line = editor.getPosition()?.lineNumber ?? 1;
        picked(line, null, placeOf(editor, line));
      },
    });
    editor.addAction({
      id: 'assistant.submit',
      label: 'Submit',
      keybindings: [monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter],
      run: () => submitted(),
    });
    return () => {
      editor.dispose();
      for (const { model } of opened.values()) model.dispose();
      opened.clear();
    };
  }, []);

  // Before a document is shown: text wrapped later is laid out twice.
  useLayoutEffect(() => {
    editorRef.current?.updateOptions({
      readOnly,
      domReadOnly: readOnly,
      ariaLabel: label,
      glyphMargin: readOnly,
      wordWrap: readOnly ? 'on' : 'off', // a finding at the end of a long line would be out of sight
    });
  }, [readOnly, label]);

  useLayoutEffect(() => {
    const editor = editorRef.current;
    if (!editor) return;
    const opened = documents.current;
    const document = opened.get(path) ?? { model: monaco.editor.createModel('', 'plaintext'), view: null };
    opened.set(path, document);
    editor.setModel(document.model);
    if (document.view) editor.restoreViewState(document.view);
    return () => {
      document.view = editor.saveViewState();
    };
  }, [path]);

  useLayoutEffect(() => {
    const model = documents.current.get(path)?.model;
    if (!model) return;
    if (model.getValue() !== value) model.setValue(value);
    monaco.editor.setModelLanguage(model, language);
  }, [path, value, language]);

  useLayoutEffect(() => {
    const editor = editorRef.current;
    const model = editor?.getModel();
    const area = replaced();
    if (!editor || !model || !area) return;
    const [start, end] = [area.selectionStart, area.selectionEnd].map((at) => model.getPositionAt(at));
    if (start && end) editor.setSelection(monaco.Range.fromPositions(start, end));
    editor.focus();
  }, []);

  useEffect(() => {
    if (!readOnly) return;
    const command = monaco.editor.registerCommand(markCommand, (_services, action: MarkAction, id: string) =>
      acted(action, id),
    );
    return () => command.dispose();
  }, [readOnly]);

  useEffect(() => {
    decorations.current?.set(decorationsOf(marks ?? []));
  }, [marks, path, value]);

  useEffect(() => {
    activeLines.current?.set(activeDecorations(marks?.find(({ id }) => id === activeMark)));
  }, [marks, activeMark, path, value]);

  useEffect(() => {
    const editor = editorRef.current;
    const mark = marks?.find(({ id }) => id === activeMark);
    if (!editor || !mark) return;
    const reveal = (): void => editor.revealLinesInCenterIfOutsideViewport(mark.line, mark.endLine);
    reveal();
    const layout = editor.onDidLayoutChange(reveal); // what opens beside the code takes room from it
    return () => layout.dispose();
    // Only another choice moves the view: marks that arrive later must not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [activeMark, path]);

  return <div ref={host} className="h-full min-h-0" data-letter-keys={readOnly || undefined} />;
}

/** Below the beginning of a line. */
function placeOf(editor: monaco.editor.IStandaloneCodeEditor, line: number): Point {
  const box = editor.getDomNode()?.getBoundingClientRect();
  const place = editor.getScrolledVisiblePosition({ lineNumber: line, column: 1 });
  return {
    x: (box?.left ?? 0) + (place?.left ?? 0),
    y: (box?.top ?? 0) + (place?.top ?? 0) + (place?.height ?? 0),
  };
}

interface Document {
  readonly model: monaco.editor.ITextModel;
  view: monaco.editor.ICodeEditorViewState | null;
}
