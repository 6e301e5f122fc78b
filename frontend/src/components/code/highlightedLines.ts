import { highlight, type Token, type TokenKind } from './highlight';
import type { Segment } from './marks';

/** Longer code stays plain: colouring it at once would hold the page up. */
const mostLetters = 400_000;

/** A run of one line's text that is the same kind of token and marked alike. */
export interface Piece extends Segment {
  readonly kind: TokenKind;
}

/** The code's lines, each as its tokens. */
export function highlightedLines(code: string, language: string): readonly (readonly Token[])[] {
  const lines: Token[][] = [[]];
  const tokens = highlight(code, code.length > mostLetters ? 'plain' : language);
  for (const { text, kind } of tokens) {
    text.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ text: part, kind });
    });
  }
  return lines;
}

/** A line's tokens and its marks together, cut wherever one of them ends. */
export function piecesOf(tokens: readonly Token[], segments: readonly Segment[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let left = segments[0]?.text.length ?? 0;
  for (const { text, kind } of tokens) {
    for (let from = 0; from < text.length;) {
      const to = left > 0 ? Math.min(text.length, from + left) : text.length;
      pieces.push({ text: text.slice(from, to), kind, severity: segments[at]?.severity ?? null });
      left -= to - from;
      from = to;
      if (left <= 0) {
        at += 1;
        left = segments[at]?.text.length ?? 0;
      }
    }
  }
  return pieces;
}
