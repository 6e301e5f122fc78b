/** A part of a line. Links lead only to http and https; images become links, so that nothing is fetched by looking. */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'em' | 'del'; readonly parts: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly parts: readonly Inline[] };

export interface ListItem {
  /** Null for an item that is no task. */
  readonly done: boolean | null;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly parts: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly parts: readonly Inline[] }
  | { readonly kind: 'code'; readonly language: string; readonly text: string }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly ListItem[];
    }
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly kind: 'rule' };

const fence = /^ {0,3}(```+|~~~+)\s*([\w+#.-]*)/;
const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*$/;
const thematic = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/;
const item = /^(\s*)([-*+]|\d{1,9}[.)])(\s+|$)/;
const quoted = /^ {0,3}> ?/;
const tableRule = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;
/** Deeper lists and quotes are read as text: what agents write is not nested further, and a stack has an end. */
const deepest = 6;

/**
 * Reads the Markdown that agents write: headings, lists, tables, quotes, code, emphasis and links (a part of CommonMark and
 * of GitHub's tables and task lists). HTML in it stays the text it is.
 */
export function parseMarkdown(text: string): readonly Block[] {
  return blocksOf(text.replaceAll('\r\n', '\n').replaceAll('\t', '    ').split('\n'), 0);
}

function blocksOf(lines: readonly string[], depth: number): readonly Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const opened = fence.exec(line);
    const titled = heading.exec(line);
    if (line.trim() === '') {
      at += 1;
    } else if (opened) {
      const mark = opened[1] ?? '```';
      const end = lines.findIndex((other, index) => index > at && other.trimStart().startsWith(mark));
      const last = end < 0 ? lines.length : end;
      blocks.push({
        kind: 'code',
        language: (opened[2] ?? '').toLowerCase(),
        text: lines.slice(at + 1, last).join('\n'),
      });
      at = last + 1;
    } else if (titled) {
      blocks.push({ kind: 'heading', level: (titled[1] ?? '#').length, parts: inlinesOf(titled[2] ?? '') });
      at += 1;
    } else if (thematic.test(line)) {
      blocks.push({ kind: 'rule' });
      at += 1;
    } else if (quoted.test(line) && depth < deepest) {
      const end = endOf(lines, at, (other) => quoted.test(other));
      const inner = lines.slice(at, end).map((other) => other.replace(quoted, ''));
      blocks.push({ kind: 'quote', blocks: blocksOf(inner, depth + 1) });
      at = end;
    } else if (item.test(line) && depth < deepest) {
      const [list, end] = listAt(lines, at, depth);
      blocks.push(list);
      at = end;
    } else if (line.includes('|') && tableRule.test(lines[at + 1] ?? '')) {
      const end = endOf(lines, at + 2, (other) => other.includes('|'));
      blocks.push({ kind: 'table', head: cellsOf(line), rows: lines.slice(at + 2, end).map(cellsOf) });
      at = end;
    } else {
      const end = endOf(lines, at + 1, (other, index) => !beginsBlock(other, lines[index + 1]));
      blocks.push({ kind: 'paragraph', parts: inlinesOf(lines.slice(at, end).join('\n').trim()) });
      at = end;
    }
  }
  return blocks;
}

/** The first line from `at` on that does not belong. */
function endOf(
  lines: readonly string[],
  at: number,
  belongs: (line: string, index: number) => boolean,
): number {
  let end = at;
  while (end < lines.length && belongs(lines[end] ?? '', end)) end += 1;
  return end;
}

function beginsBlock(line: string, next = ''): boolean {
  return (
    line.trim() === '' ||
    [fence, heading, thematic, item, quoted].some((pattern) => pattern.test(line)) ||
    (line.includes('|') && tableRule.test(next))
  );
}

function listAt(lines: readonly string[], from: number, depth: number): [Block, number] {
  const [, indent = '', first = '-'] = item.exec(lines[from] ?? '') ?? [];
  const ordered = /\d/.test(first);
  const items: ListItem[] = [];
  let at = from;
  for (;;) {
    const [whole, lead = '', mark = ''] = item.exec(lines[at] ?? '') ?? [];
    if (whole === undefined || lead.length !== indent.length || /\d/.test(mark) !== ordered) break;
    const end = endOf(lines, at + 1, (line, index) =>
      line.trim() === ''
        ? isIndented(lines[index + 1] ?? '', indent.length)
        : isIndented(line, indent.length) || isLazy(line, lines[index - 1]),
    );
    const [task, box] = /^\[([ xX])\]\s+/.exec((lines[at] ?? '').slice(whole.length)) ?? ['', undefined];
    const inner = [
      (lines[at] ?? '').slice(whole.length + task.length),
      ...lines.slice(at + 1, end).map((line) => line.replace(new RegExp(`^\\s{0,${whole.length}}`), '')),
    ];
    items.push({ done: box === undefined ? null : box !== ' ', blocks: blocksOf(inner, depth + 1) });
    at = endOf(lines, end, (line, index) => line.trim() === '' && item.test(lines[index + 1] ?? ''));
  }
  return [{ kind: 'list', ordered, start: ordered ? parseInt(first, 10) : 1, items }, at];
}

function isIndented(line: string, indent: number): boolean {
  return line.trim() !== '' && line.search(/\S/) > indent;
}

/** A line that goes on with the paragraph of an item without being indented. */
function isLazy(line: string, before = ''): boolean {
  return before.trim() !== '' && !beginsBlock(line);
}

function cellsOf(line: string): readonly (readonly Inline[])[] {
  return line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => inlinesOf(cell.trim().replaceAll('\\|', '|')));
}

const inlinePattern =
  /(?<code>(?<ticks>`+)(?<coded>[\s\S]*?[^`])\k<ticks>(?!`))|!?\[(?<label>[^\]\n]*)\]\((?<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+"[^"\n]*")?\)|<(?<auto>https?:\/\/[^\s<>]+)>|(?<bare>https?:\/\/[^\s<>`"')\]]+[^\s<>`"')\].,;:!?])|\*\*(?<strong>(?:[^*]|\*(?!\*))+?)\*\*|(?<![\w*])\*(?<em>[^*\s](?:[^*\n]*[^*\s])?)\*|(?<![\w_])_(?<under>[^_\s](?:[^_\n]*[^_\s])?)_(?!\w)|~~(?<del>[^~\n]+)~~|\\(?<escaped>[!-/:-@[-`{-~])/g;

function inlinesOf(text: string): readonly Inline[] {
  const parts: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(inlinePattern)) {
    if (match.index > at) parts.push({ kind: 'text', text: text.slice(at, match.index) });
    parts.push(inlineOf(match[0], match.groups ?? {}));
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) });
  return parts;
}

function inlineOf(whole: string, groups: Readonly<Record<string, string | undefined>>): Inline {
  const { coded, label, target, auto, bare, strong, em, under, del, escaped } = groups;
  if (coded !== undefined) return { kind: 'code', text: coded.replace(/^ (.*) $/s, '$1') };
  if (target !== undefined) {
    const parts = inlinesOf(label === '' || label === undefined ? target : label);
    const href = safeHref(target);
    return href ? { kind: 'link', href, parts } : { kind: 'text', text: whole };
  }
  const url = auto ?? bare;
  if (url !== undefined) {
    const href = safeHref(url);
    return href
      ? { kind: 'link', href, parts: [{ kind: 'text', text: url }] }
      : { kind: 'text', text: whole };
  }
  if (strong !== undefined) return { kind: 'strong', parts: inlinesOf(strong) };
  const emphasised = em ?? under;
  if (emphasised !== undefined) return { kind: 'em', parts: inlinesOf(emphasised) };
  if (del !== undefined) return { kind: 'del', parts: inlinesOf(del) };
  return { kind: 'text', text: escaped ?? whole };
}

/** The address, when it is one of the web; scripts and files are none. */
function safeHref(target: string): string | null {
  if (!URL.canParse(target)) return null;
  const url = new URL(target);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}
