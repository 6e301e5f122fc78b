import type { Mark } from './marks';
import type { monaco } from './monacoSetup';

type Editor = monaco.editor.IStandaloneCodeEditor;

/** How far from a mark of the ruler a click may be, in pixels. */
const nearPx = 4;

/** Tells of clicks on the ruler beside the code, as long as the editor lives. Dragging its slider is none. */
export function onRulerClick(editor: Editor, clicked: (event: MouseEvent) => void): void {
  const node = editor.getContainerDomNode();
  let pressedAt: number | null = null;
  const onRuler = ({ clientX }: MouseEvent): boolean => {
    const { right } = node.getBoundingClientRect();
    const { width } = editor.getLayoutInfo().overviewRuler;
    return clientX >= right - width && clientX < right;
  };
  node.addEventListener('pointerdown', (event) => (pressedAt = event.clientY), true);
  node.addEventListener('click', (event) => {
    if (pressedAt !== null && Math.abs(event.clientY - pressedAt) < 2 && onRuler(event)) clicked(event);
  });
}

/** The line of the mark that the ruler shows at this height of the window, or next to it. */
export function lineOnRuler(editor: Editor, marks: readonly Mark[], clientY: number): number | null {
  const { top } = editor.getContainerDomNode().getBoundingClientRect();
  const ruler = editor.getLayoutInfo().overviewRuler;
  const scale = ruler.height / Math.max(1, editor.getScrollHeight());
  const distanceTo = ({ line, endLine }: Mark): number => {
    const from = editor.getTopForLineNumber(line) * scale;
    const to = editor.getBottomForLineNumber(endLine) * scale;
    const at = clientY - top - ruler.top;
    return Math.max(from - at, at - to, 0);
  };
  const near = marks
    .filter((mark) => !mark.related)
    .map((mark) => ({ line: mark.line, distance: distanceTo(mark) }))
    .filter(({ distance }) => distance <= nearPx)
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.line ?? null;
}
