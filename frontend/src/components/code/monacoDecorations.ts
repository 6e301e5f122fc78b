import { m } from '@/i18n/messages';
import type { Severity } from '@/types/review';
import { marksByLine, type Mark } from './marks';
import { monaco } from './monacoSetup';

/**
 * Squiggle, gutter glyph and ruler mark of each finding, and a bar along the lines of the chosen one. The class names
 * are plain words of code.css: the editor strips characters that utility classes need.
 */
export function decorationsOf(
  marks: readonly Mark[],
  activeId: string | null,
): monaco.editor.IModelDeltaDecoration[] {
  const lines = marksByLine(marks);
  const glyphs = lines.map(({ line, severity, marks: found }) => ({
    range: new monaco.Range(line, 1, line, 1),
    options: {
      glyphMarginClassName: `finding-glyph finding-${severity} finding-count-${Math.min(found.length, 9)}`,
      glyphMarginHoverMessage: found.map(hover),
    },
  }));
  const squiggles = marks.map((mark) => ({
    range: new monaco.Range(mark.line, mark.column, mark.endLine, mark.endColumn ?? Number.MAX_SAFE_INTEGER),
    options: {
      inlineClassName: `${mark.related ? 'finding-related' : 'finding-squiggle'} finding-${mark.severity}`,
      hoverMessage: hover(mark),
      overviewRuler: mark.related
        ? null
        : { color: cssColor(mark.severity), position: monaco.editor.OverviewRulerLane.Full },
    },
  }));
  const active = marks
    .filter(({ id }) => id === activeId)
    .map((mark) => ({
      range: new monaco.Range(mark.line, 1, mark.endLine, 1),
      options: {
        isWholeLine: true,
        className: 'finding-active-line',
        linesDecorationsClassName: `finding-active-bar finding-${mark.severity}`,
      },
    }));
  return [...glyphs, ...squiggles, ...active];
}

/** The ruler is a canvas: it needs the colour itself. */
function cssColor(severity: Severity): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--severity-${severity}`).trim();
}

function hover(mark: Mark): monaco.IMarkdownString {
  return { value: `**${m.severity[mark.severity]}** ${escapeMarkdown(mark.title)}` };
}

/** Findings quote untrusted code: shown as text, never as links, images or markup. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!~<>|&:]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}
