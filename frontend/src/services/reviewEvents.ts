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
  /** Tools that the agent used in it. */
  readonly tools: readonly string[];
}

/** A person is asked, until a time. */
export interface AskedApproval {
  readonly prompt: string;
  readonly expiresAt: string;
}

/** What one agent has done so far: a lane of the timeline. */
export interface AgentLane {
  readonly agent: string;
  readonly lastMessage: string;
  readonly messages: number;
  /** Findings that name it as a source. */
  readonly findings: number;
  /** Of models, both ways; 0 where none took part. */
  readonly tokens: number;
  /** What they cost, in US dollars. */
  readonly costUsd: number;
  /** Messages of which nothing came; they say why. */
  readonly failures: number;
  /** Whether the last one was such a message. */
  readonly failedLast: boolean;
  /** From what came before in its conversation to each of its messages. */
  readonly busyMs: number;
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
  /** What a person is asked now; null when nobody is. */
  readonly approval: AskedApproval | null;
  /** When each conversation was last heard, in milliseconds; the name of the job's own is empty. */
  readonly heardAt: Readonly<Record<string, number>>;
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
  approval: null,
  heardAt: {},
  outcome: null,
  ending: null,
};

/** Folds events into what is shown. Pure; an event that was seen before changes nothing. */
export function foldEvents(state: LiveReview, events: readonly ReviewEvent[]): LiveReview {
  const fresh = events.filter(
    (event) => event.type !== 'connected' && event.seq > state.lastSeq,
  ) as NumberedEvent[];
  if (fresh.length === 0) return state;
  const draft = new Draft(state);
  for (const event of fresh) draft.take(event);
  return draft.state;
}

/** An agent that has not been heard yet. */
export function emptyLane(agent: string): AgentLane {
  return {
    agent,
    lastMessage: '',
    messages: 0,
    findings: 0,
    tokens: 0,
    costUsd: 0,
    failures: 0,
    failedLast: false,
    busyMs: 0,
  };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What a batch of events changes: each list is copied once for the batch, not once for each event. */
class Draft {
  readonly state: Writable<LiveReview>;
  private readonly own = new Set<readonly unknown[]>();
  private places: Map<string, number> | null = null;

  constructor(before: LiveReview) {
    this.state = { ...before };
  }

  take(event: NumberedEvent): void {
    const { state } = this;
    if (event.seq <= state.lastSeq) return;
    state.lastSeq = event.seq;
    if (event.type !== 'unknown' && event.type !== 'approval_required' && event.type !== 'error') {
      state.approval = null; // the work goes on, or is over
    }
    switch (event.type) {
      case 'progress':
        this.heard('', event.at);
        state.percent = event.percent;
        this.step(event.step);
        break;
      case 'agent_message':
        this.message(event);
        break;
      case 'issue':
        this.finding(event.issue);
        break;
      case 'approval_required':
        this.step(event.step);
        state.approval = { prompt: event.prompt, expiresAt: event.expires_at };
        break;
      case 'completed':
        state.outcome = event.status;
        state.ending = event.message;
        break;
      case 'error':
        state.problems = [...state.problems, event.message];
        break;
      case 'unknown':
        break;
      default:
        assertNever(event);
    }
  }

  private step(name: string): void {
    if (this.state.steps.at(-1) !== name) this.state.steps = [...this.state.steps, name];
  }

  private message(event: Extract<NumberedEvent, { type: 'agent_message' }>): void {
    const { seq, agent, message: text, tools } = event;
    const messages = this.owned(this.state.messages);
    messages.push({ seq, agent, text, tools: tools ?? [] });
    this.state.messages = messages;
    const busyMs = this.heard(event.conversation ?? '', event.at);
    this.lane(agent, (lane) => ({
      ...lane,
      lastMessage: text,
      messages: lane.messages + 1,
      tokens: lane.tokens + (event.input_tokens ?? 0) + (event.output_tokens ?? 0),
      costUsd: lane.costUsd + (event.cost_usd ?? 0),
      failures: lane.failures + (event.failed ? 1 : 0),
      failedLast: event.failed === true,
      busyMs: lane.busyMs + busyMs,
    }));
  }

  /** Milliseconds since the conversation, or for its first message the job, was last heard. */
  private heard(conversation: string, at: string | undefined): number {
    const now = Date.parse(at ?? '');
    if (Number.isNaN(now)) return 0;
    const { heardAt } = this.state;
    const before = heardAt[conversation] ?? heardAt[''] ?? now;
    this.state.heardAt = { ...heardAt, [conversation]: now };
    return Math.max(0, now - before);
  }

  /** A worker that took over may report a finding again: it stays where it was. */
  private finding(found: Issue): void {
    const findings = this.owned(this.state.findings);
    this.state.findings = findings;
    this.places ??= new Map(findings.map(({ id }, index) => [id, index]));
    const known = this.places.get(found.id);
    if (known !== undefined) {
      findings[known] = found;
      return;
    }
    this.places.set(found.id, findings.push(found) - 1);
    for (const source of found.sources) {
      this.lane(source, (lane) => ({ ...lane, findings: lane.findings + 1 }));
    }
  }

  private lane(agent: string, change: (lane: AgentLane) => AgentLane): void {
    const { lanes } = this.state;
    const known = lanes.findIndex((lane) => lane.agent === agent);
    const lane = lanes[known] ?? emptyLane(agent);
    this.state.lanes = known < 0 ? [...lanes, change(lane)] : lanes.with(known, change(lane));
  }

  /** The list itself when this batch has made it, else a copy. */
  private owned<T>(list: readonly T[]): T[] {
    const copy = this.own.has(list) ? (list as T[]) : [...list];
    this.own.add(copy);
    return copy;
  }
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
