import { counted, formatBytes, formatNumber } from '../format';

/** Texts of preparing code for review. */
export const submit = {
  title: 'New review',
  language: 'Language',
  auto: 'Detect language',
  detected: (language: string) => `${language} (detected)`,
  workflow: 'Workflow',
  workflowsUnread: 'The workflows could not be read',
  project: 'Project',
  noProject: 'No project',
  findProject: 'Find a project',
  projectsUnread: 'Your projects could not be read',
  noSuchProject: 'No project matches',
  baseline: (id: string) =>
    `The result will be compared with review ${id}. Dismiss this to review without a comparison.`,
  openFiles: 'Open files',
  openFolder: 'Open folder',
  clear: 'Clear',
  editorLabel: (name: string) => `Code of ${name}`,
  files: 'Files',
  fileName: 'File name',
  closeFile: (name: string) => `Remove ${name}`,
  untitled: 'untitled',
  dropHere: 'Drop files, folders or a ZIP to review them',
  summary: (files: number, lines: number, bytes: number) =>
    `${counted(files, 'file', 'files')}, ${counted(lines, 'line', 'lines')}, ${formatBytes(bytes)}`,
  noSecret: 'No known secret pattern found',
  secrets: (count: number, line: number) =>
    count === 1
      ? `Possible secret on line ${line}`
      : `${formatNumber(count)} possible secrets, first on line ${line}`,
  secretsIn: (count: number, path: string, line: number) =>
    count === 1
      ? `Possible secret in ${path}, line ${line}`
      : `${formatNumber(count)} possible secrets, first in ${path}, line ${line}`,
  limits: (bytes: number) => `Up to ${formatBytes(bytes)} in all`,
  tooLarge: (bytes: number, limit: number) =>
    `${formatBytes(bytes)} is more than the ${formatBytes(limit)} that can be sent at once. Remove a file.`,
  tabHint: (apple: boolean) => `${apple ? 'Ctrl+Shift+M' : 'Ctrl+M'}: Tab key moves the focus`,
  submit: 'Review code',
  submitting: 'Submitting',
  nothing: 'Paste, type or drop code first',
  draftTooLarge: 'This draft is too large to be kept in this browser',
  skippedTitle: (count: number) => `${counted(count, 'file was', 'files were')} not added`,
  dismiss: 'Dismiss',
  skipped: {
    binary: 'not a text file',
    large: (limit: number) => `larger than ${formatBytes(limit)}`,
    folder: 'a folder; drop the files in it',
    unreadable: 'could not be read',
    empty: 'empty',
    dependency: 'fetched or made by tools, left out',
    total: (limit: number) => `no room left in the ${formatBytes(limit)} that can be sent at once`,
    archive: 'an archive in the archive',
    many: (limit: number) => `only ${formatNumber(limit)} files can be sent at once`,
  },
  failed: 'The review was not submitted',
  estimate: {
    unknown: 'What the run takes could not be estimated',
    quotaUnknown: 'What is left of your quota is not known',
    quota: (left: number) =>
      left === 1 ? '1 review left today' : `${formatNumber(left)} reviews left today`,
    noneLeft: 'No review left today',
    money: (left: string) => `${left} left this month`,
    seconds: (seconds: number) =>
      seconds < 90
        ? `about ${formatNumber(seconds)} s`
        : `about ${formatNumber(Math.round(seconds / 60))} min`,
    basis: {
      own: (runs: number) => `The median of your last ${formatNumber(runs)} runs about as much code`,
      similar: (runs: number) => `The median of the last ${formatNumber(runs)} runs about as much code`,
      any: (runs: number) => `The median of the last ${formatNumber(runs)} runs`,
      described: () => 'What it usually takes: too few runs like this one have been measured yet',
    },
    free: '$0.00, no model is used',
    unpriced: (cap: string) => `cost not known beforehand, at most ${cap}`,
    capped: (cap: string) => `The run ends with what it has when it has cost ${cap}`,
    tokens: (min: string, max: string) => (min === max ? `${min} tokens` : `${min} to ${max} tokens`),
    dollars: (min: string, max: string) => (min === max ? `about ${min}` : `${min} to ${max}`),
    prices: (day: string) => `by the prices of ${day}`,
    skipped: (count: number, path: string, reason: string) =>
      count === 1 ? `${path} left out: ${reason}` : `${formatNumber(count)} files left out`,
  },
  repository: {
    open: 'Repository',
    title: 'Review a repository',
    remove: 'Back to the editor',
    url: 'Address',
    hosts: (hosts: readonly string[]) => (hosts.length === 0 ? '' : `Repositories of ${hosts.join(', ')}.`),
    ofProject: 'Left empty, the repository of the project is reviewed.',
    access: {
      own: 'It is read with your access to GitHub.',
      none: 'Private repositories and comments need your access to GitHub.',
      refused: 'GitHub does not accept your access any more.',
      unknown: 'Whether you have given access to GitHub is not known',
      settings: 'Settings',
      give: 'Give access',
      renew: 'Renew it',
    },
    ref: 'Branch, tag or commit',
    refHint: 'Left empty, the default branch.',
    pull: 'Pull request',
    pullHint: 'Its number; only the files that it changes are reported.',
    comments: 'Post the review as comments',
    commentsHint: 'One review on the pull request, with suggested changes.',
    noComments: 'Comments are posted with your access to GitHub.',
    needsPull: 'Comments are posted to a pull request; give its number.',
    submit: 'Review repository',
  },
  upload: {
    title: 'Ready to upload',
    looking: 'Looking through the files',
    facts: (files: number, bytes: number) =>
      `${counted(files, 'file', 'files')} to review, ${formatBytes(bytes)} to upload.`,
    untold: (bytes: number) =>
      `${formatBytes(bytes)} to upload. This kind of archive is opened on the server; the receipt of the review names every file that was left out.`,
    tooLarge: (bytes: number, limit: number) =>
      `${formatBytes(bytes)} is more than the ${formatBytes(limit)} that an archive may have. Leave something out.`,
    nothing: 'There is nothing in it that can be reviewed.',
    kept: 'Kept in this browser until it is submitted, removed, or you sign out.',
    notKept: 'This browser has no room to keep it: it is gone when the page is left or reloaded.',
    reading: 'Reading the upload that was prepared',
    included: 'To be reviewed',
    skipped: 'Left out',
    more: (count: number) => `and ${formatNumber(count)} more`,
    secretsSearched: (searched: number, all: number) =>
      searched === all
        ? 'Every file was searched for secrets.'
        : `${formatNumber(searched)} of ${counted(all, 'file', 'files')} were searched for secrets, the others are too much for the browser.`,
    secretAt: (path: string, line: number) => `${path}, line ${formatNumber(line)}`,
    possibleSecrets: (count: number) => counted(count, 'possible secret', 'possible secrets'),
    remove: 'Remove',
    submit: 'Upload and review',
    checking: 'Checking',
    sending: (sent: number, total: number) => `${formatBytes(sent)} of ${formatBytes(total)} uploaded`,
    submitting: 'Submitting',
    progress: 'Upload',
    cancel: 'Cancel upload',
    failed: 'The upload did not succeed',
    refused: (status: number) =>
      `the store refused the file (${status}). Its address may have expired; try again.`,
    unreachable: 'the store could not be reached. Check the connection and try again.',
  },
} as const;

export const aside = {
  text: 'Your earlier draft was put aside.',
  restore: 'Restore it',
} as const;

export const examples = {
  title: 'Nothing to review yet',
  text: 'Paste or type code, drop files, a folder or a ZIP anywhere, or start from an example.',
  run: 'Review it',
  open: 'Open',
  runLabel: (name: string) => `Review the example ${name}`,
  openLabel: (name: string) => `Open the example ${name}`,
  items: {
    python: {
      title: 'Account lookup',
      text: 'A query built from text, a password in the code, a weak hash, a swallowed error',
    },
    javascript: {
      title: 'Search server',
      text: 'Unescaped output, a shell command from a query, eval, an assignment as a condition',
    },
    java: {
      title: 'Order service',
      text: 'SQL injection, a key in the code, predictable codes, a stream left open',
    },
  },
} as const;

export const code = {
  placeholder: 'Paste or type code',
  nothing: 'No code to show',
  pickOnLine: 'Open a finding of this line',
  actions: {
    open: 'Open',
    apply: 'Apply fix',
    accept: 'Accept',
    dismiss: 'Dismiss…',
    reopen: 'Reopen',
    prompt: 'Copy as prompt',
  },
  findingsOnLine: (count: number, line: number, worst: string) =>
    count === 1
      ? `${worst} finding on line ${line}`
      : `${formatNumber(count)} findings on line ${line}, worst: ${worst}`,
  reviewed: (path: string) => `Reviewed code of ${path}`,
  before: 'Now',
  after: 'With the fix',
  removed: 'Removed line',
  added: 'Added line',
  unchanged: (lines: number) => counted(lines, 'unchanged line', 'unchanged lines'),
  change: 'Change',
} as const;

/** The most that a run may cost. */
export const cap = {
  label: 'At most (US$)',
  unknown: 'What a run may cost at most is not known',
  hint: (highest: string) => `From one cent to ${highest}. When it is reached the run ends with what it has.`,
};
