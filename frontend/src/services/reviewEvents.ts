import type { JobEvent } from '@/services/generated/types.gen';
import type { Issue } from '@/types/review';
import { assertNever } from '@/utils/assertNever';

/** The first frame of every connection; it has no number. The replay follows. */
interface Connected {
  readonly type: 'connected';
  readonly job_id: string;
}

/** Sent by workflows that ask a person. */
interface ApprovalRequired {
  readonly type: 'approval_required';
  readonly step: string;
  readonly prompt: string;
  readonly expires_at: string;
  readonly seq: number;
}

/** A part of the work failed. It does not end the job by itself: `completed` says how that ended. */
interface Failed {
  readonly type: 'error';
  readonly message: string;
  readonly seq: number;
}

/** A kind added after this page was built: it is counted, or its number would look like a gap, and not shown. */
interface Unknown {
  readonly type: 'unknown';
  readonly seq: number;
}

export type NumberedEvent = JobEvent | ApprovalRequired | Failed | Unknown;

/** What the live channel sends: the contract's events and those that only the channel has. */
export type ReviewEvent = Connected | NumberedEvent;

export type Outcome = Extract<JobEvent, { type: 'completed' }>['status'];

/** One message of an agent. */
export interface AgentMessage {
  readonly seq: number;
  readonly agent: string;
  readonly text: string;
}

/** What one agent has done so far: a lane of the timeline. */
export interface AgentLane {
  readonly agent: string;
  readonly lastMessage: string;
  readonly messages: number;
}

/** All that the events told so far. */
export interface LiveReview {
  readonly lastSeq: number;
  /** In the order in which they began; the last one is the current one. */
  readonly steps: readonly string[];
  /** 0 to 100; null until the server knows the total. */
  readonly percent: number | null;
  readonly lanes: readonly AgentLane[];
  readonly messages: readonly AgentMessage[];
  /** In the order of arrival: a list that is being read does not move. */
  readonly findings: readonly Issue[];
  /** Parts of the work that failed, in the server's words. */
  readonly problems: readonly string[];
  readonly outcome: Outcome | null;
  /** How it ended, in the server's words. */
  readonly ending: string | null;
}

export const nothingYet: LiveReview = {
  lastSeq: 0,
  steps: [],
  percent: null,
  lanes: [],
  messages: [],
  findings: [],
  problems: [],
  outcome: null,
  ending: null,
};

/** Folds events into what is shown. Pure; an event that was seen before changes nothing. */
export function foldEvents(state: LiveReview, events: readonly ReviewEvent[]): LiveReview {
  return events.reduce(foldEvent, state);
}

function foldEvent(state: LiveReview, event: ReviewEvent): LiveReview {
  if (event.type === 'connected' || event.seq <= state.lastSeq) return state;
  return { ...state, lastSeq: event.seq, ...changeOf(state, event) };
}

function changeOf(state: LiveReview, event: NumberedEvent): Partial<LiveReview> {
  switch (event.type) {
    case 'progress':
      return { percent: event.percent, steps: withStep(state.steps, event.step) };
    case 'agent_message':
      return withMessage(state, { seq: event.seq, agent: event.agent, text: event.message });
    case 'issue':
      return { findings: withFinding(state.findings, event.issue) };
    case 'approval_required':
      return { steps: withStep(state.steps, event.step) };
    case 'completed':
      return { outcome: event.status, ending: event.message };
    case 'error':
      return { problems: [...state.problems, event.message] };
    case 'unknown':
      return {};
    default:
      return assertNever(event);
  }
}

function withStep(steps: readonly string[], name: string): readonly string[] {
  return steps.at(-1) === name ? steps : [...steps, name];
}

/** A worker that took over may report a finding again: it stays where it was. */
function withFinding(findings: readonly Issue[], found: Issue): readonly Issue[] {
  const known = findings.findIndex(({ id }) => id === found.id);
  return known < 0 ? [...findings, found] : findings.with(known, found);
}

function withMessage(state: LiveReview, message: AgentMessage): Partial<LiveReview> {
  const lane = state.lanes.find(({ agent }) => agent === message.agent);
  const next: AgentLane = {
    agent: message.agent,
    lastMessage: message.text,
    messages: (lane?.messages ?? 0) + 1,
  };
  return {
    messages: [...state.messages, message],
    lanes: lane ? state.lanes.map((other) => (other === lane ? next : other)) : [...state.lanes, next],
  };
}

const knownTypes = new Set(['progress', 'agent_message', 'issue', 'approval_required', 'completed', 'error']);

/** Reads one frame; null for what is not an event. The server is ours: the fields of a known type are trusted. */
export function parseEvent(frame: unknown): ReviewEvent | null {
  if (typeof frame !== 'string') return null;
  let value: unknown;
  try {
    value = JSON.parse(frame);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('type' in value)) return null;
  if (value.type === 'connected') return value as ReviewEvent;
  if (!('seq' in value) || typeof value.seq !== 'number') return null;
  return knownTypes.has(String(value.type)) ? (value as ReviewEvent) : { type: 'unknown', seq: value.seq };
}

/** Whether nothing follows this event. */
export function isFinal(event: ReviewEvent): boolean {
  return event.type === 'completed';
}
