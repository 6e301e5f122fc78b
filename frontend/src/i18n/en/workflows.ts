import { counted, formatNumber, formatSeconds } from '../format';

/** `3 to 5 s`, `20 s to 1 min`. */
function range(min: number, max: number): string {
  return `${max < 60 ? formatNumber(min) : formatSeconds(min)} to ${formatSeconds(max)}`;
}

/** Texts of the catalogue of workflows. */
export const workflows = {
  title: 'Workflows',
  lead: 'What the agents can do, and what of it can be run here.',
  patterns: {
    two_agent: 'Two agents',
    group_chat: 'Group chat',
    nested_chat: 'Nested chats, side by side',
  },
  agents: 'Agents',
  pattern: 'Pattern',
  takes: 'Usually takes',
  seconds: range,
  approval: 'Waits for a person’s approval',
  available: 'Can be run',
  unavailable: 'Can’t be run here',
  usually: (min: number, max: number) => `Usually takes ${range(min, max)}`,
  run: 'Run',
  review: 'Review code',
  reviewText:
    'It reviews code: choose it in a new review, where code is pasted, dropped or uploaded. Its results are findings and a verdict.',
  noReason: 'The server does not say why.',
  how: 'How it works',
  approvalTitle: 'Asks for approval',
  approvalText:
    'It stops before the decisive step and waits for your answer. No answer in time is a refusal.',
  all: 'All workflows',
  runs: 'Past runs',
  empty: 'No workflows',
  form: {
    title: 'Run this workflow',
    alternatives: 'What to give',
    onePerLine: 'One per line.',
    notChosen: 'Not chosen',
    chooseFiles: 'Choose files',
    chosenFiles: (count: number) => (count === 0 ? 'No files chosen' : counted(count, 'file', 'files')),
    missing: 'This is needed',
    run: 'Run workflow',
    starting: 'Starting',
    failed: 'The workflow was not started',
  },
} as const;
