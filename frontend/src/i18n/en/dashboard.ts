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
  same: 'As many as in the period before',
  more: (count: string) => `${count} more than in the period before`,
  fewer: (count: string) => `${count} fewer than in the period before`,
  points: {
    up: (points: string) => `${points} points more than in the period before`,
    down: (points: string) => `${points} points less than in the period before`,
    same: 'As in the period before',
    none: 'Nothing to compare with in the period before',
  },
  dollars: {
    up: (amount: string) => `${amount} more than in the period before`,
    down: (amount: string) => `${amount} less than in the period before`,
    same: 'As much as in the period before',
  },
  findingsChart: 'Findings by severity',
  findingsSummary: (findings: number, worst: number) =>
    worst === 0
      ? `${counted(findings, 'finding', 'findings')}, none of them critical or high.`
      : `${counted(findings, 'finding', 'findings')}, ${formatNumber(worst)} of them critical or high.`,
  reviewsChart: 'Reviews by end',
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
