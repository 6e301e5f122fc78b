import { counted, formatNumber } from '../format';

/** Texts of the frame around every page. */
export const nav = {
  skip: 'Skip to content',
  more: 'More',
  main: 'Main',
  home: 'Development Assistant, home',
  newReview: 'New review',
  review: (id: string) => `Review ${id}`,
  files: (first: string, further: number) =>
    further === 0 ? first : `${first} and ${formatNumber(further)} more`,
  history: 'History',
  dashboard: 'Dashboard',
  projects: 'Projects',
  workflows: 'Workflows',
  rules: 'Rules',
  settings: 'Settings',
  collapse: 'Collapse navigation',
  expand: 'Expand navigation',
  account: (name: string) => `Account of ${name}`,
  breadcrumb: 'Breadcrumb',
  signOut: 'Sign out',
  unverified: 'Address not confirmed yet',
} as const;

export const theme = {
  label: 'Theme',
  system: 'System',
  light: 'Light',
  dark: 'Dark',
} as const;

export const connection = {
  connecting: 'Connecting',
  live: 'Live',
  reconnecting: 'Reconnecting',
  polling: 'Polling',
  closed: 'Ended',
  explain: {
    connecting: 'Opening the live connection',
    live: 'Events arrive as they happen',
    reconnecting: 'The live connection was lost and is being restored; nothing will be missed',
    polling: 'No live connection: the status is asked every two seconds',
    closed: 'The review has ended',
  },
} as const;

export const toast = {
  one: 'Message',
  all: 'Messages (F8)',
  close: 'Close message',
  undo: 'Undo',
} as const;

export const paging = {
  size: 'Rows on a page',
  perPage: (count: number) => `${formatNumber(count)} a page`,
  previous: 'Previous',
  next: 'Next',
} as const;

export const facets = {
  searchIn: (facet: string) => `Find: ${facet}`,
  furtherValues: (count: number) => `${formatNumber(count)} more; type to find them`,
} as const;

export const dates = {
  label: 'Period',
  all: 'All time',
  last: (days: number) => `Last ${counted(days, 'day', 'days')}`,
  from: 'From',
  to: 'To',
  between: (from: string, to: string) => `${from} to ${to}`,
  since: (from: string) => `Since ${from}`,
  until: (to: string) => `Until ${to}`,
} as const;

export const commands = {
  search: 'Search or run a command',
  placeholder: 'Type a command, a page or a review',
  empty: 'Nothing matches',
  palette: 'Command palette',
  help: 'Keyboard shortcuts',
  helpText: 'Letters are off while you type. They can be turned off altogether:',
  letters: 'Single-letter shortcuts',
  then: 'then',
  close: 'Close',
  groups: {
    go: 'Go to',
    here: 'On this page',
    frame: 'Everywhere',
    recent: 'Recent reviews',
  },
  theme: { light: 'Light theme', dark: 'Dark theme', system: 'Theme of the system' },
  contrast: 'Switch high contrast',
  rail: 'Fold or unfold the navigation',
} as const;

export const chart = {
  asTable: 'Show as table',
  asChart: 'Show as chart',
  loading: 'Drawing the chart',
  total: 'Total',
} as const;

export const update = {
  ready: 'A new version is ready.',
  reload: 'Reload',
} as const;

export const markdown = {
  code: 'Code',
  table: 'Table',
  done: 'Done',
  open: 'Open',
  leadsAway: 'leads to another site',
} as const;
