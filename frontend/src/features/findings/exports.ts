import { m } from '@/i18n/messages';
import type { Issue, SourceFile } from '@/types/review';
import { sourceLabel } from './facetLabels';
import { lineChangeOf, withContext } from './fixes';

/** The text of a file, if it is known. */
type SourceOf = (path: string) => string | null;

export function sourcesOf(files: readonly SourceFile[]): SourceOf {
  const texts = new Map(files.map(({ path, content }) => [path, content]));
  return (path) => texts.get(path) ?? null;
}

/** `app/db.py:7`. */
export function placeOf({ file_path, line }: Issue): string {
  return line === null ? file_path : `${file_path}:${line}`;
}

/**
 * A finding as a comment for a pull request. With a fix it ends in a suggestion block, which replaces the lines that
 * the comment is attached to.
 */
export function commentOf(issue: Issue, sourceOf: SourceOf, address: string): string {
  const { severity, category, message, suggestion, rule_id, cwe, fix, sources } = issue;
  const words = m.results.exports;
  const source = sourceOf(issue.file_path);
  const change = fix && source !== null ? lineChangeOf(source, fix) : null;
  return [
    `**${m.severity[severity]}** (${m.results.categories[category]}): ${message}`,
    ...(suggestion ? [suggestion] : []),
    ...(change ? [fenced(change.added.join('\n'), 'suggestion')] : []),
    `<sub>${[`\`${placeOf(issue)}\``, `\`${rule_id}\``, ...cwe, words.by(sources.map(sourceLabel).join(', '))].join(' · ')} · [${words.open}](${address})</sub>`,
  ].join('\n\n');
}

/** Findings as an order to a coding agent: what is wrong, where, the lines, and how it could be put right. */
export function promptOf(issues: readonly Issue[], sourceOf: SourceOf): string {
  const words = m.results.exports;
  return [
    issues.length === 1 ? words.promptOne : words.promptMany(issues.length),
    words.promptRules,
    ...issues.map((issue, index) => {
      const { severity, category, message, suggestion, rule_id, cwe, fix, quote } = issue;
      const source = sourceOf(issue.file_path);
      const change = fix && source !== null ? lineChangeOf(source, fix) : null;
      const context = change && source !== null ? withContext(source, change) : null;
      const lines = context ? [...context.above, ...context.removed, ...context.below].join('\n') : quote;
      return [
        `## ${index + 1}. ${placeOf(issue)}`,
        `${m.severity[severity]}, ${m.results.categories[category]}, ${[rule_id, ...cwe].join(', ')}: ${message}`,
        ...(lines ? [fenced(lines)] : []),
        ...(suggestion ? [suggestion] : []),
        ...(change ? [words.promptChange, fenced(change.added.join('\n'))] : []),
      ].join('\n\n');
    }),
  ].join('\n\n');
}

/** Code in a fence that the code itself cannot close. */
function fenced(code: string, language = ''): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${code}\n${fence}`;
}
