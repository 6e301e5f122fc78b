import { formatNumber, formatSeconds } from '../format';

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
  seconds: (min: number, max: number) => `${formatNumber(min)} to ${formatSeconds(max)}`,
  approval: 'Waits for a person’s approval',
  available: 'Can be run',
  unavailable: 'Can’t be run here',
  run: 'Review code',
  runs: 'Past runs',
  empty: 'No workflows',
} as const;
