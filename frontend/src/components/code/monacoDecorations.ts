import { m } from '@/i18n/messages';
import type { Severity } from '@/types/review';
import { marksByLine, type Mark } from './marks';
import { monaco } from './monacoSetup';

/**
 * Squiggle, gutter glyph and ruler mark of each finding. The class names are plain words of code.css: the editor strips
 * characters that utility classes need.
 */
export function decorationsOf(marks: readonly Mark[]): monaco.editor.IModelDeltaDecoration[] {
  const color = rulerColors();
  const glyphs = marksByLine(marks).map(({ line, severity, marks: found }) => ({
    range: new monaco.Range(line, 1, line, 1),
    options: {
      glyphMarginClassName: `finding-glyph finding-${severity} finding-count-${Math.min(found.length, 9)}`,
      glyphMarginHoverMessage: found.slice(0, mostHovers).map(hover),
    },
  }));
  const underlined = marks.map((mark) => ({
    range: rangeOf(mark),
    options: {
      inlineClassName: `${mark.related ? 'finding-related' : 'finding-squiggle'} finding-${mark.severity}`,
      hoverMessage: hover(mark),
      overviewRuler: mark.related
        ? null
        : { color: color(mark.severity), position: monaco.editor.OverviewRulerLane.Full },
    },
  }));
  const notes = marks.flatMap(({ note, endLine }) =>
    note
      ? {
          range: new monaco.Range(endLine, endOfLine, endLine, endOfLine),
          options: { after: { content: note, inlineClassName: 'finding-note' }, showIfCollapsed: true },
        }
      : [],
  );
  return [...glyphs, ...underlined, ...notes];
}

/** A bar and a tint along the lines of the chosen mark. Apart from the others: it changes with each step through them. */
export function activeDecorations(mark: Mark | undefined): monaco.editor.IModelDeltaDecoration[] {
  if (!mark) return [];
  return [
    {
      range: new monaco.Range(mark.line, 1, mark.endLine, 1),
      options: {
        isWholeLine: true,
        className: 'finding-active-line',
        linesDecorationsClassName: `finding-active-bar finding-${mark.severity}`,
      },
    },
  ];
}

const endOfLine = Number.MAX_SAFE_INTEGER;
/** A hover longer than this is not read. */
const mostHovers = 10;

function rangeOf({ line, column, endLine, endColumn }: Mark): monaco.Range {
  return new monaco.Range(line, column, endLine, endColumn ?? endOfLine);
}

/** The ruler is a canvas: it needs the colours themselves, and asking for them is not cheap. */
function rulerColors(): (severity: Severity) => string {
  const style = getComputedStyle(document.documentElement);
  const known = new Map<Severity, string>();
  return (severity) => {
    const color = known.get(severity) ?? style.getPropertyValue(`--severity-${severity}`).trim();
    known.set(severity, color);
    return color;
  };
}

/** The command behind the links of a hover; it gets the action and the finding's id. */
export const markCommand = 'assistant.onFinding';

/** The one command is all that its links may do. */
function hover(mark: Mark): monaco.IMarkdownString {
  const links = (mark.actions ?? []).map((action) => {
    const given = encodeURIComponent(JSON.stringify([action, mark.id]));
    return `[${m.code.actions[action]}](command:${markCommand}?${given})`;
  });
  const head = `**${m.severity[mark.severity]}** ${escapeMarkdown(mark.title)}`;
  return {
    value: [head, escapeMarkdown(mark.about ?? ''), links.join(' · ')].filter(Boolean).join('\n\n'),
    isTrusted: { enabledCommands: [markCommand] },
  };
}

/** Findings quote untrusted code: shown as text, never as links, images or markup. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!~<>|&:]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}
