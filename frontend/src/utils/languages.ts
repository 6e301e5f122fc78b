import type { Language as LanguageId } from '@/types/review';

/** A language of the selector. `id` is the API's value, and the editor's grammar unless `grammar` says otherwise. */
interface Language {
  readonly id: LanguageId;
  readonly label: string;
  readonly extensions: readonly string[];
  readonly grammar?: string;
}

/** Languages that the selector offers, in the order shown. */
export const languages: readonly Language[] = [
  { id: 'python', label: 'Python', extensions: ['py', 'pyi', 'pyw'] },
  { id: 'javascript', label: 'JavaScript', extensions: ['js', 'mjs', 'cjs', 'jsx'] },
  { id: 'typescript', label: 'TypeScript', extensions: ['ts', 'mts', 'cts', 'tsx'] },
  { id: 'java', label: 'Java', extensions: ['java'] },
  { id: 'go', label: 'Go', extensions: ['go'] },
  { id: 'php', label: 'PHP', extensions: ['php', 'phtml'] },
  { id: 'html', label: 'HTML', extensions: ['html', 'htm', 'xhtml', 'vue'] },
  { id: 'xml', label: 'XML', extensions: ['xml', 'xsd', 'xsl', 'xslt', 'svg', 'pom'] },
  { id: 'c', label: 'C', extensions: ['c', 'h'], grammar: 'cpp' },
  { id: 'cpp', label: 'C++', extensions: ['cpp', 'cc', 'cxx', 'hpp', 'hh'] },
  { id: 'csharp', label: 'C#', extensions: ['cs'] },
  { id: 'css', label: 'CSS', extensions: ['css', 'scss', 'less'] },
  { id: 'dockerfile', label: 'Dockerfile', extensions: ['dockerfile'] },
  { id: 'json', label: 'JSON', extensions: ['json'], grammar: 'javascript' },
  { id: 'kotlin', label: 'Kotlin', extensions: ['kt', 'kts'] },
  { id: 'markdown', label: 'Markdown', extensions: ['md', 'markdown'] },
  { id: 'ruby', label: 'Ruby', extensions: ['rb', 'rake'] },
  { id: 'rust', label: 'Rust', extensions: ['rs'] },
  { id: 'scala', label: 'Scala', extensions: ['scala', 'sc'] },
  { id: 'shell', label: 'Shell', extensions: ['sh', 'bash', 'zsh'] },
  { id: 'sql', label: 'SQL', extensions: ['sql'] },
  { id: 'swift', label: 'Swift', extensions: ['swift'] },
  { id: 'terraform', label: 'Terraform', extensions: ['tf', 'tfvars'], grammar: 'hcl' },
  { id: 'text', label: 'Plain text', extensions: ['txt'], grammar: 'plaintext' },
  { id: 'yaml', label: 'YAML', extensions: ['yaml', 'yml'] },
];

const byId = new Map<string, Language>(languages.map((language) => [language.id, language]));
const byExtension = new Map(
  languages.flatMap((l) => l.extensions.map((extension) => [extension, l.id] as const)),
);

/** The name people know a language by; an id that is not ours is shown as it is. */
export function languageLabel(id: string): string {
  return byId.get(id)?.label ?? id;
}

/** The editor's grammar for a language id; `plaintext` when there is none. */
export function grammarOf(id: string | null | undefined): string {
  const language = id ? byId.get(id) : undefined;
  return language ? (language.grammar ?? language.id) : 'plaintext';
}

/** The language a file name tells, if it tells one. */
export function languageOfPath(path: string): LanguageId | null {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (name === 'dockerfile' || name.startsWith('dockerfile.')) return 'dockerfile';
  const dot = name.lastIndexOf('.');
  return dot < 0 ? null : (byExtension.get(name.slice(dot + 1)) ?? null);
}

/** What a language's text looks like: each pattern found adds its weight. Enough to tell a pasted snippet, no more. */
const signs: readonly (readonly [language: LanguageId, pattern: RegExp, weight: number])[] = [
  ['php', /<\?php/, 10],
  ['xml', /^\s*<\?xml\b/, 10],
  ['html', /^\s*<!doctype html/i, 10],
  ['html', /<(html|head|body|div|script|form|p|a)\b[^>]*>/i, 3],
  ['xml', /^\s*<[A-Za-z][\w:.-]*(\s[^>]*)?>/, 2],
  ['shell', /^#!.*\b(ba|z)?sh\b/, 10],
  ['python', /^#!.*\bpython/, 10],
  ['python', /^\s*(async\s+)?def \w+\(.*\).*:\s*(#.*)?$/m, 5],
  ['python', /^\s*(from [\w.]+ import |import [\w.]+( as \w+)?\s*$)/m, 3],
  ['python', /^\s*(if|for|while|with|try|class|elif|except)\b.*:\s*$/m, 2],
  ['python', /\bself\.|\bprint\(|\bNone\b|__name__/, 1],
  ['go', /^package \w+\s*$/m, 6],
  ['go', /\bfunc (\(\w+ \*?\w+\) )?\w+\(|:=/, 3],
  ['java', /^\s*(public |private |protected |final |abstract )*(class|interface|record|enum) \w+/m, 2],
  ['java', /^\s*(package|import( static)?) [\w.]+(\.\*)?;/m, 4],
  ['java', /\b(public|private|protected) (static )?[\w<>[\], ]+ \w+\(|System\.out\.|\bString\[\]/, 4],
  ['csharp', /^\s*using [\w.]+;|\bnamespace [\w.]+|Console\.Write/m, 6],
  ['kotlin', /\bfun \w+\(.*\)|\bval \w+\s*[:=]/, 3],
  ['rust', /\bfn \w+(<.*>)?\(.*\)|\blet mut \b|\bimpl\b.*\{|println!\(/, 5],
  [
    'typescript',
    /\binterface \w+[^{]*\{[^}(]*\w\??:|\btype \w+\s*=|:\s*(string|number|boolean|unknown|void)\b|\bas const\b/,
    5,
  ],
  ['typescript', /\bimport type\b|\b(private|public|readonly) \w+[?]?:/, 4],
  ['javascript', /\b(const|let|var) [\w{[].*=|=>|\bfunction\s*\w*\(/, 3],
  ['javascript', /\brequire\(|\bmodule\.exports\b|\bdocument\.|\bconsole\.\w+\(/, 3],
  ['javascript', /^\s*(import .* from ['"]|export (default|const|function) )/m, 3],
  ['cpp', /^\s*#include\s*[<"]/m, 6],
  ['cpp', /\bstd::|\bcout\s*<</, 3],
  ['ruby', /^\s*(require ['"]|def \w+.*\n[\s\S]*^\s*end\s*$)/m, 4],
  ['sql', /^\s*(select\b[\s\S]+\bfrom\b|insert into\b|create table\b|update \w+ set\b)/i, 6],
  ['dockerfile', /^FROM \S+/m, 3],
  ['dockerfile', /^(RUN|COPY|ENTRYPOINT|CMD|WORKDIR) /m, 2],
  ['css', /^[.#]?[\w-]+\s*\{[^}]*:[^}]*;/m, 2],
  ['yaml', /^---\s*$|^[\w-]+:\s*(\S.*)?$/m, 1],
];

const inspectedCharacters = 20_000;

/** A file's language by its name, else by its text; null when neither tells. Pure, and cheap enough for each pause in typing. */
export function detectLanguage(path: string | null, text: string): LanguageId | null {
  const byName = path ? languageOfPath(path) : null;
  if (byName) return byName;
  const sample = text.slice(0, inspectedCharacters);
  if (/^\s*[{[]/.test(sample) && isJson(text)) return 'json';
  const scores = new Map<LanguageId, number>();
  for (const [language, pattern, weight] of signs) {
    if (pattern.test(sample)) scores.set(language, (scores.get(language) ?? 0) + weight);
  }
  // TypeScript has all the signs of JavaScript too.
  const typed = scores.get('typescript');
  if (typed) scores.set('typescript', typed + (scores.get('javascript') ?? 0));
  const best = [...scores].sort((a, b) => b[1] - a[1])[0];
  return best && best[1] >= 2 ? best[0] : null;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
