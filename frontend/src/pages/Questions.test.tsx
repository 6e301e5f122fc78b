import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReviewResults } from '@/types/review';
import { aHistoryItem, aStatus, jobId, sample, sampleFile } from '@/test/builders';
import { LiveSocket } from '@/test/liveSocket';
import { openAt, signedIn } from '@/test/render';
import { accepts, answers, fails } from '@/test/server';

const base = `/code-review/${jobId}`;
const results = JSON.parse(sample('results')) as ReviewResults;
const finding = results.results.issues[0]!;
const address = `/reviews/${jobId}?finding=${finding.id}`;
const answerId = '0199f3a2-2222-7000-8000-000000000001';
const research = {
  name: 'research',
  available: true,
  typical_seconds: { min: 20, max: 60 },
  agents: [],
};

/** What was asked about the review's findings, as the list has it. */
function asked(...items: readonly Parameters<typeof aHistoryItem>[0][]): void {
  answers('/workflows/history', {
    items: items.map((item) =>
      aHistoryItem({
        job_id: answerId,
        workflow: 'research',
        question: 'Is it real?',
        about: { job_id: jobId, issue_id: finding.id },
        ...item,
      }),
    ),
    next_cursor: null,
  });
}

beforeEach(() => {
  window.innerWidth = 1280;
  signedIn();
  vi.stubGlobal('WebSocket', LiveSocket);
  answers(base, aStatus({ status: 'completed', progress: 100 }));
  answers(`${base}/results`, results as never);
  answers(`${base}/files`, { items: [sampleFile] });
  answers(`/workflows/history/${jobId}`, aHistoryItem());
  answers('/workflows', { items: [research] });
  fails('post', '/code-review/estimate', 422);
  asked();
});

describe('questions about a finding', () => {
  it('are not offered where nothing answers them', async () => {
    answers('/workflows', { items: [{ ...research, available: false }] });
    openAt(address);
    await screen.findByRole('heading', { level: 2, name: finding.message });
    expect(screen.queryByLabelText('Ask about this finding')).not.toBeInTheDocument();
  });

  it('are asked with the keyboard, and the field is free again', async () => {
    const sent = accepts('/workflows/research/execute', 202, { job_id: answerId, status: 'queued' });
    const { user } = openAt(address);
    const field = await screen.findByLabelText('Ask about this finding');
    await user.type(field, '  Is it real? ');
    answers(`/code-review/${answerId}`, aStatus({ job_id: answerId, workflow: 'research', progress: 40 }));
    asked({ status: 'running' });
    await user.keyboard('{Control>}{Enter}{/Control}');
    const list = await screen.findByRole('list', { name: 'Questions about this finding' });
    expect(within(list).getByText('Is it real?')).toBeInTheDocument();
    await waitFor(() => expect(within(list).getByRole('progressbar')).toHaveAttribute('aria-valuenow', '40'));
    await waitFor(() => expect(field).toHaveValue(''));
    expect(sent[0]?.body).toMatchObject({
      input: { question: 'Is it real?', about: { job_id: jobId, issue_id: finding.id } },
    });
  });

  it('show their answer with its sources; those of other findings are not listed', async () => {
    asked({}, { question: 'Of another', about: { job_id: jobId, issue_id: 'other' } });
    answers(`/workflows/history/${answerId}`, {
      ...aHistoryItem({ job_id: answerId, workflow: 'research' }),
      results: {
        kind: 'answer',
        markdown: 'It *is*.',
        claims: [{ claim: 'The name is pasted in.', source: 1, quote: 'db.execute' }],
        sources: [{ title: 'app/db.py', path: 'app/db.py', line: 4 }],
      },
    } as never);
    openAt(address);
    expect(await screen.findByText('The name is pasted in.')).toBeInTheDocument();
    expect(screen.queryByText('Of another')).not.toBeInTheDocument();
  });

  it('show in the code the line that their answer rests on, and stay open', async () => {
    const secret = { ...sampleFile, path: 'app/keys.py', content: 'one = 1\ntwo = 2\n' };
    answers(`${base}/files`, { items: [sampleFile, secret] });
    asked({});
    answers(`/workflows/history/${answerId}`, {
      ...aHistoryItem({ job_id: answerId, workflow: 'research' }),
      results: {
        kind: 'answer',
        markdown: 'It *is*.',
        claims: [{ claim: 'It is read here.', source: 1, quote: 'two = 2' }],
        sources: [
          { title: 'app/keys.py', path: 'app/keys.py', line: 2 },
          { title: 'gone.py', path: 'gone.py', line: 1 },
        ],
      },
    } as never);
    const { user, shown } = openAt(address);
    await user.click(await screen.findByRole('link', { name: 'app/keys.py:2' }));
    expect(await screen.findByLabelText('Reviewed code of app/keys.py')).toBeInTheDocument();
    expect(screen.getByText('The answer rests on this')).toBeInTheDocument();
    expect(screen.getByText('It is read here.')).toBeInTheDocument();
    expect(new URLSearchParams(shown.address.split('?')[1]).get('at')).toBe('app/keys.py:2');
    expect(screen.queryByRole('link', { name: 'gone.py:1' })).not.toBeInTheDocument();
  });

  it('say why one failed, and put it into the field again', async () => {
    asked({ status: 'failed' });
    answers(
      `/code-review/${answerId}`,
      aStatus({ job_id: answerId, status: 'failed', error: 'No model answered.' }),
    );
    const { user } = openAt(address);
    expect(await screen.findByText('No model answered.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Ask again' }));
    expect(screen.getByLabelText('Ask about this finding')).toHaveValue('Is it real?');
  });

  it('keep what was typed when it could not be sent', async () => {
    fails('post', '/workflows/research/execute', 409);
    const { user } = openAt(address);
    const field = await screen.findByLabelText('Ask about this finding');
    await user.type(field, 'Is it real?');
    await user.click(screen.getByRole('button', { name: 'Ask' }));
    expect(await screen.findByText(/The question was not asked/)).toBeInTheDocument();
    expect(field).toHaveValue('Is it real?');
  });
});
