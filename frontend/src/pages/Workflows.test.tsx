import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { openAt, signedIn } from '@/test/render';
import { answers, fails } from '@/test/server';

const quick = {
  name: 'quick_code_review',
  version: 1,
  title: 'Quick code review',
  description: 'Analysers look at each file.',
  pattern: 'two_agent',
  agents: [{ name: 'code_analyzer', role: 'Finds problems' }],
  asks_for_approval: false,
  typical_seconds: { min: 3, max: 5 },
  available: true,
  unavailable_reason: null,
  input_schema: {},
};

beforeEach(signedIn);

describe('the workflows', () => {
  it('say which can be run here, and why others can not', async () => {
    answers('/workflows', {
      items: [
        quick,
        {
          ...quick,
          name: 'research',
          title: 'Research',
          available: false,
          unavailable_reason: 'It needs a model.',
        },
      ],
      next_cursor: null,
    });
    openAt('/workflows');
    const first = (await screen.findByRole('heading', { name: 'Quick code review' })).closest('section')!;
    expect(within(first).getByRole('link', { name: 'Review code' })).toHaveAttribute(
      'href',
      '/reviews/new?workflow=quick_code_review',
    );
    const second = screen.getByRole('heading', { name: 'Research' }).closest('section')!;
    expect(second).toHaveTextContent('It needs a model.');
    expect(within(second).queryByRole('link', { name: /Run|Review/ })).not.toBeInTheDocument();
  });

  it('never shows a failure as empty', async () => {
    fails('get', '/workflows', 500);
    openAt('/workflows');
    expect(await screen.findByRole('alert')).toHaveTextContent('req-4711');
  });
});
