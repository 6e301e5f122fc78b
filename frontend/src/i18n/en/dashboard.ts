import { counted, formatDollars, formatNumber, formatPercent } from '../format';

/** Texts of the dashboard. */
export const dashboard = {
  title: 'Dashboard',
  interval: 'Figures by',
  daily: 'Day',
  weekly: 'Week',
  figures: 'Figures of the period',
  reviews: 'Reviews completed',
  findings: 'Findings',
  passRate: 'Gate passed',
  cost: 'Cost',
  nothingJudged: 'Nothing judged',
  before: (days: number) => (days === 1 ? 'the day before' : `the ${formatNumber(days)} days before`),
  counts: {
    same: (period: string) => `As many as in ${period}`,
    more: (count: string, period: string) => `${count} more than in ${period}`,
    fewer: (count: string, period: string) => `${count} fewer than in ${period}`,
  },
  amounts: {
    same: (period: string) => `As much as in ${period}`,
    more: (amount: string, period: string) => `${amount} more than in ${period}`,
    fewer: (amount: string, period: string) => `${amount} less than in ${period}`,
  },
  point: 'point',
  points: 'points',
  nothingToCompare: 'Nothing before to compare with',
  findingsChart: 'Findings by severity',
  findingsSummary: (findings: number, worst: number) =>
    worst === 0
      ? `${counted(findings, 'finding', 'findings')}, none of them critical or high.`
      : `${counted(findings, 'finding', 'findings')}, ${formatNumber(worst)} of them critical or high.`,
  reviewsChart: 'Reviews by outcome',
  reviewsSummary: (completed: number, others: number) =>
    others === 0
      ? `${counted(completed, 'review', 'reviews')} completed, none failed or was cancelled.`
      : `${counted(completed, 'review', 'reviews')} completed; ${formatNumber(others)} failed or were cancelled.`,
  costChart: 'Cost of models',
  costSummary: (amount: number) => `${formatDollars(amount)} in this period.`,
  completed: 'Completed',
  failed: 'Failed',
  cancelled: 'Cancelled',
  day: 'Day',
  week: 'Week of',
  recent: 'Recent reviews',
  all: 'All reviews',
  rules: 'Most frequent rules',
  rulesText: 'What to look at first, or to dismiss once and for all.',
  rule: 'Rule',
  ruleFindings: 'Findings',
  ruleDismissed: 'Dismissed',
  share: (share: number) => formatPercent(share),
  noRules: 'No findings in this period.',
  attention: 'Needs attention',
  failedGates: (count: number) => `${counted(count, 'review', 'reviews')} did not pass the gate`,
  incompleteGates: (count: number) =>
    `${counted(count, 'review was', 'reviews were')} incomplete: not everything could be read`,
  failedReviews: (count: number) => `${counted(count, 'review', 'reviews')} failed`,
  nothingWrong: 'Nothing in this period.',
  newProject: 'Projects',
  start: 'Start with some code',
  startText:
    'Paste or drop a file and watch it being reviewed. Figures appear here as soon as there is something to count.',
  apiKey: 'Make an API key',
} as const;
