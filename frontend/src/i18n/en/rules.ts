import { counted, formatNumber } from '../format';

/** Texts of the catalogue of rules. */
export const rules = {
  title: 'Rules',
  lead: 'What the analysers look for in every review, why it matters and how to fix it.',
  search: 'Search rules',
  searchHint: 'Title, id or weakness',
  filter: 'Filter',
  filters: 'Narrow the rules',
  severities: 'Severities',
  clear: 'Show all rules',
  facets: {
    severities: 'Severity',
    languages: 'Language',
    categories: 'Category',
    engines: 'How it finds',
    cwes: 'Weakness',
  },
  engines: {
    pattern: 'By the shape of the code',
    flow: 'By following data',
    embedded: 'By an embedded analyser',
  },
  rewrites: 'Can change the code',
  shown: (shown: number, all: number) =>
    shown === all
      ? counted(all, 'rule', 'rules')
      : `${formatNumber(shown)} of ${counted(all, 'rule', 'rules')}`,
  noneMatch: 'No rule matches',
  noneMatchText: 'Take a filter away or search for fewer words.',
  caption: 'Rules',
  rule: 'Rule',
  severity: 'Severity',
  language: 'Language',
  weakness: 'Weakness',
  why: 'Why it matters',
  fix: 'How to fix it',
  bad: 'Reported',
  good: 'Not reported',
  badLabel: (index: number) => `Code that is reported, example ${formatNumber(index)}`,
  goodLabel: (index: number) => `Code that is not reported, example ${formatNumber(index)}`,
  embedded: 'This rule belongs to an embedded analyser. How to fix what it finds is told with each finding.',
  noExamples:
    'It follows data through the program, from where it comes in to where it does harm; a finding shows that way step by step.',
  more: (count: number) => `Show ${formatNumber(count)} more`,
  facts: 'About this rule',
  confidence: 'Confidence',
  confidenceText: (share: string) => `${share} of its findings are expected to be right`,
  confidenceByFlow: 'Depends on the way that data takes',
  judged: 'How right it was for you',
  judgedText: (right: number, all: number) =>
    `${formatNumber(right)} of ${counted(all, 'finding', 'findings')} that you judged in the past year`,
  notJudged: 'You have judged none of its findings in the past year',
  judgedUnread: 'Your judgements could not be read',
  fixOffered: 'Proposes a change',
  yes: 'Yes',
  no: 'No',
  all: 'All rules',
  others: (language: string) => `Other rules for ${language}`,
} as const;
