import { describe, expect, it } from 'vitest';
import { sample } from '@/test/builders';
import { foldEvents, isFinal, nothingYet, parseEvent, type ReviewEvent } from './reviewEvents';

function read(name: string, seq?: number): ReviewEvent {
  const event = parseEvent(sample(`event-${name}`));
  if (!event) throw new Error(`${name} is not an event`);
  return event.type === 'connected' || seq === undefined ? event : { ...event, seq };
}

describe('the wire samples', () => {
  it.each([
    ['connected', 'connected'],
    ['progress', 'progress'],
    ['agent_message', 'agent_message'],
    ['issue', 'issue'],
    ['approval_required', 'approval_required'],
    ['completed', 'completed'],
    ['completed-failed', 'completed'],
    ['completed-cancelled', 'completed'],
    ['error', 'error'],
  ])('reads %s', (name, type) => {
    expect(read(name).type).toBe(type);
  });

  it('fold into what the page shows', () => {
    const live = foldEvents(nothingYet, [
      read('connected'),
      read('progress', 1),
      read('agent_message', 2),
      read('issue', 3),
      read('completed', 4),
    ]);
    expect(live).toMatchObject({
      lastSeq: 4,
      steps: ['analyzing'],
      percent: 25,
      lanes: [
        { agent: 'code_analyzer', messages: 1, findings: 1 },
        { agent: 'sonar', messages: 0, findings: 1 },
      ],
      outcome: 'success',
      ending: '3 issues found.',
    });
    expect(live.findings.map(({ rule_id }) => rule_id)).toEqual(['python:S2077']);
  });

  it.each([
    ['completed-failed', 'failed'],
    ['completed-cancelled', 'cancelled'],
  ])('tells how it ended: %s', (name, outcome) => {
    expect(foldEvents(nothingYet, [read(name, 1)]).outcome).toBe(outcome);
  });

  it('keeps a partial failure beside the outcome', () => {
    const live = foldEvents(nothingYet, [read('error', 1), read('completed', 2)]);
    expect(live.problems).toHaveLength(1);
    expect(live.outcome).toBe('success');
  });
});

describe('foldEvents', () => {
  it('ignores what it has seen', () => {
    const once = foldEvents(nothingYet, [read('agent_message', 1), read('issue', 2)]);
    expect(foldEvents(once, [read('agent_message', 1), read('issue', 2)])).toEqual(once);
  });

  it('shows a finding that is reported again in its old place', () => {
    const first = read('issue', 1);
    const again = read('issue', 3);
    const other = read('issue', 2);
    if (first.type !== 'issue' || other.type !== 'issue' || again.type !== 'issue')
      throw new Error('not issues');
    const live = foldEvents(nothingYet, [
      first,
      { ...other, issue: { ...other.issue, id: 'other' } },
      { ...again, issue: { ...again.issue, message: 'Changed' } },
    ]);
    expect(live.findings.map(({ message }) => message)).toEqual(['Changed', other.issue.message]);
  });

  it('tells an agent whose last message came to nothing, and what its messages cost', () => {
    const spoke = read('agent_message', 1);
    if (spoke.type !== 'agent_message') throw new Error('not a message');
    const failed = foldEvents(nothingYet, [
      { ...spoke, cost_usd: 0.25 },
      { ...spoke, seq: 2, failed: true, cost_usd: 0.5 },
    ]);
    expect(failed.lanes).toMatchObject([{ costUsd: 0.75, failures: 1, failedLast: true }]);
    const recovered = foldEvents(failed, [{ ...spoke, seq: 3 }]);
    expect(recovered.lanes).toMatchObject([{ costUsd: 0.75, failures: 1, failedLast: false }]);
  });

  it('counts an event of a kind it does not know without showing it', () => {
    const unknown = parseEvent('{"type":"heartbeat","seq":1}');
    if (!unknown) throw new Error('not read');
    expect(foldEvents(nothingYet, [unknown])).toEqual({ ...nothingYet, lastSeq: 1 });
  });

  it('begins a step once, however often its progress is told', () => {
    const live = foldEvents(nothingYet, [read('progress', 1), read('progress', 2)]);
    expect(live.steps).toEqual(['analyzing']);
  });
});

describe('parseEvent', () => {
  it.each(['', 'pong', '[]', 'null', '{}', '{"type":"progress"}'])('takes %j for no event', (frame) => {
    expect(parseEvent(frame)).toBeNull();
  });
});

it('nothing follows completed, and something may follow an error', () => {
  expect(isFinal(read('completed'))).toBe(true);
  expect(isFinal(read('error'))).toBe(false);
});
