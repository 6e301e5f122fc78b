/** What a piece of code is, as far as a colour can say it. */
export type TokenKind = 'comment' | 'string' | 'number' | 'keyword' | 'plain';

export interface Token {
  readonly text: string;
  readonly kind: TokenKind;
}

interface Syntax {
  readonly comments: string;
  readonly strings: string;
  readonly keywords: ReadonlySet<string>;
  /** SQL's and Dockerfile's words mean the same in either case. */
  readonly anyCase?: boolean;
}

const doubled = String.raw`"(?:\\[\s\S]|[^"\\\n])*"?`;
const single = String.raw`'(?:\\[\s\S]|[^'\\\n])*'?`;
const backtick = String.raw`\`(?:\\[\s\S]|[^\`\\])*\`?`;
const tripled = String.raw`"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)`;
const slashes = String.raw`\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)`;
const hash = String.raw`#[^\n]*`;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const common =
  'break case catch class const continue default do else enum false finally for if import in new null return static super switch this throw true try while';

const cLike: Syntax = {
  comments: slashes,
  strings: `${doubled}|${single}`,
  keywords: words(
    `${common} abstract as async await auto base bool boolean byte char checked companion data defer delete double extends extern final float fun func fn go goto implements impl include inline instanceof int interface internal is let lock long map match mod mut namespace nil object operator out override package params private protected pub public range readonly record ref register sealed select self short signed sizeof string struct suspend synchronized template throws trait transient type typedef union unsafe unsigned use using val var virtual void volatile when where with yield chan unsigned nullptr`,
  ),
};

const scripts: Syntax = {
  comments: slashes,
  strings: `${doubled}|${single}|${backtick}`,
  keywords: words(
    `${common} abstract as async await debugger declare delete export extends from function get implements infer instanceof interface keyof let of private protected public readonly satisfies set type typeof undefined var void with yield`,
  ),
};

const hashed: Syntax = {
  comments: hash,
  strings: `${tripled}|${doubled}|${single}`,
  keywords: words(
    `${common} and as assert async await begin def del elif end ensure esac except fi from function global is lambda local module next nil None nonlocal not or pass raise redo rescue retry self then True False undef unless until when with yield done export require`,
  ),
};

const sql: Syntax = {
  comments: String.raw`--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)`,
  strings: `${single}|${doubled}`,
  anyCase: true,
  keywords: words(
    'add all alter and as asc begin between by case cast check column commit constraint create cross database default definer delete desc distinct drop else end exists false foreign from full function grant group having identified if in index inner insert into is join key language left like limit not null on or order outer primary privileges procedure public references returns revoke right rollback security select set table then to trigger true truncate union unique update user using values view when where with',
  ),
};

const dockerfile: Syntax = {
  comments: hash,
  strings: `${doubled}|${single}`,
  anyCase: true,
  keywords: words(
    'from run cmd label expose env add copy entrypoint volume user workdir arg onbuild stopsignal healthcheck shell as',
  ),
};

const terraform: Syntax = {
  ...hashed,
  keywords: words('resource data variable output module provider locals true false null for in if'),
};

const syntaxes: Readonly<Record<string, Syntax>> = {
  python: hashed,
  ruby: hashed,
  shell: hashed,
  bash: hashed,
  sh: hashed,
  yaml: hashed,
  yml: hashed,
  toml: hashed,
  terraform,
  hcl: terraform,
  dockerfile,
  sql,
  javascript: scripts,
  js: scripts,
  typescript: scripts,
  ts: scripts,
  json: scripts,
  go: { ...cLike, strings: scripts.strings },
  php: {
    ...cLike,
    comments: `${slashes}|${hash}`,
    keywords: new Set([
      ...cLike.keywords,
      ...words('array echo foreach function require elseif extends global isset print unset'),
    ]),
  },
  java: cLike,
  kotlin: cLike,
  c: cLike,
  cpp: cLike,
  csharp: cLike,
  rust: cLike,
  swift: cLike,
  scala: cLike,
};

/**
 * Colours short code by its words alone: enough for an example or a quotation, where the editor would be far too large.
 * The texts of the tokens, joined, are the code; what is in no known language is one plain token.
 */
export function highlight(code: string, language: string): readonly Token[] {
  const syntax = syntaxes[language];
  if (!syntax) return [{ text: code, kind: 'plain' }];
  const pattern = new RegExp(
    `(?<comment>${syntax.comments})|(?<string>${syntax.strings})|(?<number>\\b\\d[\\w.]*)|(?<word>[A-Za-z_$][\\w$]*)`,
    'g',
  );
  const tokens: Token[] = [];
  const put = (text: string, kind: TokenKind): void => {
    const last = tokens.at(-1);
    if (text === '') return;
    if (last?.kind === kind) tokens[tokens.length - 1] = { text: last.text + text, kind };
    else tokens.push({ text, kind });
  };
  let at = 0;
  for (const match of code.matchAll(pattern)) {
    put(code.slice(at, match.index), 'plain');
    put(match[0], kindOf(match.groups ?? {}, syntax));
    at = match.index + match[0].length;
  }
  put(code.slice(at), 'plain');
  return tokens;
}

function kindOf(groups: Readonly<Record<string, string | undefined>>, syntax: Syntax): TokenKind {
  const { comment, string, number, word } = groups;
  if (comment !== undefined) return 'comment';
  if (string !== undefined) return 'string';
  if (number !== undefined) return 'number';
  const known = word !== undefined && syntax.keywords.has(syntax.anyCase ? word.toLowerCase() : word);
  return known ? 'keyword' : 'plain';
}
