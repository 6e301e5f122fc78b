import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { aHistoryItem, aStatus, jobId } from '@/test/builders';
import { LiveSocket } from '@/test/liveSocket';
import { openAt, signedIn } from '@/test/render';
import { accepts, answers, fails } from '@/test/server';
import type { Execution, Turn } from '@/types/execution';

const base = `/code-review/${jobId}`;
const address = `/runs/${jobId}`;

function aTurn(change: Partial<Turn> = {}): Turn {
  return {
    agent: 'research_agent',
    text: 'I looked **everywhere**.',
    tools: [],
    input_tokens: 1000,
    output_tokens: 200,
    model: 'a-model',
    ...change,
  };
}

function anExecution(change: Partial<Execution> = {}): Execution {
  return {
    ...aHistoryItem({ workflow: 'research', issue_counts: null, metrics: null, gate: null, cost_usd: 0.02 }),
    progress: 100,
    step: 'completed',
    error: null,
    duration_seconds: 24.3,
    transcript: [aTurn()],
    transcript_complete: true,
    ...change,
  };
}

function ended(change: Partial<Execution> = {}): void {
  answers(base, aStatus({ status: 'completed', workflow: 'research' }));
  answers(`/workflows/history/${jobId}`, anExecution(change) as never);
}

beforeEach(() => {
  signedIn();
  vi.stubGlobal('WebSocket', LiveSocket);
});

describe('a run at work', () => {
  it('has a lane for each agent, with its messages, its time and its tokens', async () => {
    answers(base, aStatus({ workflow: 'research' }));
    answers('/workflows', {
      items: [
        {
          name: 'research',
          agents: [
            { name: 'research_agent', role: '' },
            { name: 'project_manager', role: '' },
          ],
        },
      ],
    });
    const events = [
      { type: 'progress', step: 'searching', percent: 10, seq: 1, at: '2026-01-15T09:30:00Z' },
      {
        type: 'agent_message',
        agent: 'research_agent',
        message: 'Found `one` place',
        seq: 2,
        at: '2026-01-15T09:30:12Z',
        conversation: 'main',
        tools: ['semantic_search'],
        input_tokens: 1000,
        output_tokens: 234,
      },
    ];
    answers(
      `/workflows/history/${jobId}`,
      anExecution({ status: 'running', question: 'Why so slow?' }) as never,
    );
    openAt(address);
    expect(await screen.findByText('Why so slow?', { selector: 'p' })).toBeInTheDocument();
    const lanes = await screen.findByRole('list', { name: 'Agents at work' });
    LiveSocket.last?.tell(...events.map((event) => JSON.stringify(event)));
    await within(lanes).findByText(/Found/);
    expect(screen.getByText('Searching')).toBeInTheDocument();
    const [first, second] = within(lanes)
      .getAllByRole('listitem')
      .filter((item) => item.parentElement === lanes);
    expect(first).toHaveTextContent('Research agent');
    expect(first).toHaveTextContent('12 s of work · 1,234 tokens');
    expect(first).toHaveTextContent('Tools used: semantic_search');
    expect(second).toHaveTextContent('Project managerNot heard yet');
  });
});

describe('a run that has ended', () => {
  const agents = ['research_agent', 'project_manager', 'executor'].map((name) => ({ name, role: '' }));

  it('says of each agent, in a word, whether it is done, has failed or was skipped', async () => {
    answers('/workflows', { items: [{ name: 'research', agents }] });
    answers(base, aStatus({ status: 'failed', workflow: 'research', failed_agents: ['project_manager'] }));
    const transcript = [
      aTurn(),
      aTurn({ agent: 'project_manager', kind: 'failed' }),
      aTurn({ agent: 'executor', kind: 'overdrawn' }),
    ];
    answers(`/workflows/history/${jobId}`, anExecution({ status: 'failed', transcript }) as never);
    openAt(address);
    const list = await screen.findByRole('list', { name: 'Agents' });
    await within(list).findByText('Executor');
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['Research agentDone', 'Project managerFailed', 'ExecutorSkipped']);
  });

  it('leads from the sources of its answer to the lines of the review that it was asked about', async () => {
    ended({
      about: { job_id: 'review-1', issue_id: 'issue-1' },
      results: {
        kind: 'answer',
        markdown: 'Yes.',
        sources: [{ title: 'app/db.py', path: 'app/db.py', line: 7 }],
      },
    });
    openAt(address);
    expect(await screen.findByRole('link', { name: 'app/db.py:7' })).toHaveAttribute(
      'href',
      '/reviews/review-1?finding=issue-1&view=code&at=app%2Fdb.py%3A7',
    );
  });
});

describe('a run of which something failed', () => {
  const retried = '0190b5a4-0000-7000-8000-00000000beef';

  it('asks the agent that failed again, in a new run', async () => {
    answers(base, aStatus({ status: 'failed', workflow: 'research', failed_agents: ['research_agent'] }));
    answers(`/workflows/history/${jobId}`, anExecution({ status: 'failed' }) as never);
    answers(`/code-review/${retried}`, aStatus({ job_id: retried, workflow: 'research', retry_of: jobId }));
    answers(`/workflows/history/${retried}`, anExecution({ job_id: retried, status: 'queued' }) as never);
    const sent = accepts(
      `${base}/retry`,
      202,
      aStatus({ job_id: retried, status: 'queued', workflow: 'research', retry_of: jobId }),
    );
    const { user } = openAt(address);
    await user.click(await screen.findByRole('button', { name: 'Ask Research agent again' }));
    await screen.findByRole('list', { name: 'Agents at work' });
    expect(sent.map(({ body }) => body)).toEqual([{ agents: ['research_agent'] }]);
    expect(sent[0]?.headers.get('Idempotency-Key')).toBeTruthy();
  });

  it('offers to go on where a cancelled one stopped, and says when that cannot be', async () => {
    answers(base, aStatus({ status: 'cancelled', workflow: 'research', retry_of: retried }));
    answers(`/workflows/history/${jobId}`, anExecution({ status: 'cancelled' }) as never);
    fails('post', `${base}/retry`, 409, { detail: 'What was uploaded is gone.' });
    const { user } = openAt(address);
    await user.click(await screen.findByRole('button', { name: 'Go on where it stopped' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('What was uploaded is gone.');
    expect(screen.getByRole('link', { name: 'Open that' })).toHaveAttribute('href', `/runs/${retried}`);
  });
});

describe('an approval', () => {
  const approval = {
    step: 'deploy',
    prompt: 'Deploy to production?',
    plan: '1. Take a snapshot',
    plan_hash: 'h4sh',
    expires_at: new Date(Date.now() + 3_600_000).toISOString(),
  };

  beforeEach(() => {
    answers(base, aStatus({ status: 'awaiting_approval', workflow: 'deployment', step: 'deploy' }));
    answers(`/workflows/history/${jobId}`, anExecution({ status: 'awaiting_approval', approval }) as never);
  });

  it('shows the plan and the time left, and sends the answer for exactly that plan', async () => {
    const sent = accepts(
      `/workflows/history/${jobId}/approvals`,
      202,
      aStatus({ status: 'queued', workflow: 'deployment' }),
    );
    const { user } = openAt(address);
    const panel = await screen.findByRole('region', { name: 'Your approval is needed' });
    expect(await within(panel).findByText('Take a snapshot')).toBeInTheDocument();
    expect(panel).toHaveTextContent(/59 min left; then it is taken as a refusal/);
    await user.type(within(panel).getByRole('textbox', { name: 'Comment' }), 'Not on a Friday');
    await user.click(within(panel).getByRole('button', { name: 'Reject' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toEqual({ decision: 'reject', comment: 'Not on a Friday', plan_hash: 'h4sh' });
  });

  it('leads to the plan that was decided about, however soon the run ends', async () => {
    const running = aStatus({ status: 'running', workflow: 'deployment' });
    accepts(`/workflows/history/${jobId}/approvals`, 202, running);
    const { user } = openAt(address);
    const panel = await screen.findByRole('region', { name: 'Your approval is needed' });
    await within(panel).findByText('Take a snapshot');
    // What is read right after the answer is of a run at work again.
    answers(`/workflows/history/${jobId}`, anExecution({ status: 'running' }) as never);
    await user.click(within(panel).getByRole('button', { name: 'Approve' }));
    await waitFor(() => expect(panel).not.toBeInTheDocument());

    answers(base, aStatus({ status: 'completed', workflow: 'deployment' }));
    const plan = { kind: 'plan', summary: 'Roll out.', checklist: [], decision: 'approve' };
    answers(`/workflows/history/${jobId}`, anExecution({ results: plan as never }) as never);
    LiveSocket.last?.tell(JSON.stringify({ type: 'completed', status: 'success', seq: 1 }));
    expect(await screen.findByText('The plan was approved.')).toBeInTheDocument();
  });

  it('says when somebody else was faster', async () => {
    fails('post', `/workflows/history/${jobId}/approvals`, 409);
    const { user } = openAt(address);
    await user.click(await screen.findByRole('button', { name: 'Approve' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It was answered, or changed, in the meantime',
    );
  });
});

describe('what came of a run', () => {
  it('is an answer with its sources; only addresses of the web are links', async () => {
    ended({
      results: {
        kind: 'answer',
        markdown: '# Because\n\nit *is*.',
        sources: [
          { title: 'Guide', url: 'https://example.com/' },
          { title: 'Trap', url: 'javascript:alert(1)' },
          { title: 'Filter', path: 'a/b.java', line: 7 },
        ],
      },
    });
    openAt(address);
    expect(await screen.findByRole('heading', { name: 'Because' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /Guide/ })).toHaveAttribute('href', 'https://example.com/');
    expect(screen.queryByRole('link', { name: /Trap/ })).not.toBeInTheDocument();
    expect(screen.getByText('a/b.java:7')).toBeInTheDocument();
    expect(screen.getByText('Done in 24 s, cost $0.02')).toBeInTheDocument();
  });

  it('stands below what was asked, by which the run is called', async () => {
    ended({ question: 'Why so slow?' });
    openAt(address);
    const breadcrumb = await screen.findByRole('navigation', { name: 'Breadcrumb' });
    await waitFor(() => expect(breadcrumb).toHaveTextContent('Why so slow?'));
    expect(screen.getAllByText('Why so slow?')).toHaveLength(2);
  });

  it('is a plan with its checklist and what was decided', async () => {
    ended({
      results: {
        kind: 'plan',
        summary: 'Three steps',
        checklist: [{ text: 'Snapshot', done: true }],
        decision: 'reject',
      },
    });
    openAt(address);
    expect(await screen.findByText('The plan was rejected.')).toBeInTheDocument();
    expect(screen.getByRole('img', { name: 'Done' })).toBeInTheDocument();
  });

  it('that is not complete says what is missing', async () => {
    ended({
      results: {
        kind: 'document',
        title: 'Guide',
        markdown: 'x',
        complete: false,
        notes: ['b.py was not read.'],
      },
    });
    openAt(address);
    expect(await screen.findByRole('heading', { name: 'This result is not complete' })).toBeInTheDocument();
    expect(screen.getByText('b.py was not read.')).toBeInTheDocument();
  });

  it('is never invented: a run without a result says so', async () => {
    ended({ results: null });
    openAt(address);
    expect(await screen.findByText(/This run has no result of its own/)).toBeInTheDocument();
  });

  it('is followed by the transcript with tools, model and tokens', async () => {
    ended({
      transcript: [
        aTurn({ tools: ['read_file', 'read_file', 'list_directory'] }),
        aTurn({
          agent: 'project_manager',
          kind: 'failed',
          text: 'No usable answer.',
          input_tokens: null,
          output_tokens: null,
        }),
      ],
      transcript_complete: false,
    });
    openAt(address);
    const [first, second] = await screen.findAllByRole('article');
    expect(first).toHaveTextContent('Research agent');
    expect(first).toHaveTextContent('a-model · 1,000 tokens in, 200 out');
    expect(first).toHaveTextContent('read_file × 2');
    expect(within(first!).getByText('everywhere').tagName).toBe('STRONG');
    expect(second).toHaveTextContent('Failed');
    expect(screen.getByText(/The end of the transcript is left out/)).toBeInTheDocument();
  });

  it('of one that failed is the reason', async () => {
    answers(base, aStatus({ status: 'failed', workflow: 'research', error: 'The model was not reachable.' }));
    answers(`/workflows/history/${jobId}`, anExecution({ status: 'failed', transcript: [] }) as never);
    openAt(address);
    expect(await screen.findByText(/The model was not reachable\./)).toBeInTheDocument();
    expect(await screen.findByText('No agent said anything in this job.')).toBeInTheDocument();
  });
});

describe('a workflow', () => {
  const research = {
    name: 'research',
    version: 1,
    title: 'Research',
    description: 'Finds out',
    pattern: 'group_chat',
    agents: [{ name: 'research_agent', role: 'Searches' }],
    asks_for_approval: false,
    typical_seconds: { min: 20, max: 60 },
    available: true,
    unavailable_reason: null,
    input_schema: {
      required: ['question'],
      properties: { question: { type: 'string', title: 'Question' } },
    },
  };

  it('is run by a form made of what it takes', async () => {
    answers('/workflows/research', research);
    const sent = accepts('/workflows/research/execute', 202, {
      job_id: jobId,
      status: 'queued',
      created_at: '2026-01-15T09:30:00Z',
      estimated_duration: 30,
      websocket_url: `/api/v1/ws/${jobId}`,
    });
    answers(base, aStatus({ workflow: 'research', status: 'queued' }));
    answers(`/workflows/history/${jobId}`, anExecution({ status: 'queued' }) as never);
    const { user, shown } = openAt('/workflows/research');
    expect(await screen.findByText('about 4 s')).toBeInTheDocument(); // estimated without any code
    await user.click(await screen.findByRole('button', { name: 'Run workflow' }));
    const question = screen.getByRole('textbox', { name: 'Question' });
    expect(question).toHaveAccessibleDescription('This is needed');
    expect(sent).toHaveLength(0);
    await user.type(question, 'Why?');
    await user.click(screen.getByRole('button', { name: 'Run workflow' }));
    await waitFor(() => expect(shown.address).toBe(address));
    expect(sent[0]?.body).toEqual({ input: { question: 'Why?' }, project_id: null });
    expect(sent[0]?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('says before it is run what it takes, by sizes and not by the code', async () => {
    const property = (title: string) => ({ type: 'string', title });
    answers('/workflows/research', {
      ...research,
      input_schema: {
        properties: { code: property('Code'), file_path: property('Path') },
        oneOf: [{ required: ['code'] }, { required: ['files'] }],
      },
    });
    const asked = accepts('/code-review/estimate', 200, {
      workflow: 'research',
      analysis_mode: 'agents',
      seconds: { typical: 31, runs: 5, basis: 'similar' },
      tokens: { min: 5_000, max: 20_000 },
      usd: { min: 0.02, max: 0.08 },
      max_usd: 2,
      model: 'gpt-4.1-mini',
      prices_as_of: null,
      files: [],
      exact: false,
    });
    const { user } = openAt('/workflows/research');
    const code = await screen.findByRole('textbox', { name: 'Code' });
    expect(asked).toHaveLength(0);
    await user.click(code);
    await user.paste('secret_of_ada = 1');
    expect(await screen.findByText('about 31 s')).toBeInTheDocument();
    expect(screen.getByText('5K to 20K tokens')).toBeInTheDocument();
    expect(screen.getByText('$0.02 to $0.08')).toBeInTheDocument();
    expect(asked[0]?.body).toEqual({
      workflow: 'research',
      project_id: null,
      files: [{ path: 'code', size_bytes: 32 }],
    });
  });

  it('that needs a model which is not there says so, and offers nothing', async () => {
    answers('/workflows/research', {
      ...research,
      available: false,
      unavailable_reason: 'It needs a model.',
    });
    openAt('/workflows/research');
    expect(await screen.findByText('It needs a model.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Run workflow' })).not.toBeInTheDocument();
  });
});
