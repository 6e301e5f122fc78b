import { describe, expect, it } from 'vitest';
import { emptyDraft } from '@/services/draft';
import { submissionOf } from './useReview';

const file = (path: string | null, content: string) => ({ path, content, language: null });

describe('the request for a draft', () => {
  it('is one text with what the editor shows as its language', () => {
    const draft = { ...emptyDraft, files: [file(null, 'import os\n\ndef f():\n    return os\n')] };
    expect(submissionOf(draft)).toEqual({
      workflow: 'quick_code_review',
      focus_areas: undefined,
      code: 'import os\n\ndef f():\n    return os\n',
      language: 'python',
      file_path: undefined,
    });
  });

  it('is a list when there are several files, without the empty ones', () => {
    const draft = {
      ...emptyDraft,
      files: [file('a.py', 'x'), file('b.py', ' \n'), file(null, 'y')],
      active: 0,
    };
    expect(submissionOf(draft)).toMatchObject({
      files: [
        { path: 'a.py', content: 'x', language: 'python' },
        { path: 'untitled-2', content: 'y', language: undefined },
      ],
    });
  });

  it('carries the chosen language, focus, project and baseline', () => {
    const draft = {
      ...emptyDraft,
      files: [{ path: 'a.py', content: 'x', language: 'text' as const }],
      focus: ['security' as const],
      project: 'p-1',
      baseline: 'b-1',
    };
    expect(submissionOf(draft)).toMatchObject({
      language: 'text',
      focus_areas: ['security'],
      file_path: 'a.py',
      project_id: 'p-1',
      baseline_job_id: 'b-1',
    });
  });
});
