import { describe, expect, it } from 'vitest';
import { emptyDraft, type Draft, type DraftFile } from '@/services/draft';
import { activeFile, addFiles, changeActive, removeFile } from './draftEdits';

const file = (path: string, content = path): DraftFile => ({ path, content, language: null });
const draft = (active: number, ...paths: string[]): Draft => ({
  ...emptyDraft,
  files: paths.map((p) => file(p)),
  active,
});

describe('addFiles', () => {
  it('fills an empty draft instead of keeping an empty file', () => {
    expect(addFiles(emptyDraft, [file('a.py'), file('b.py')])).toEqual(draft(0, 'a.py', 'b.py'));
  });

  it('shows the first of the added files', () => {
    expect(activeFile(addFiles(draft(0, 'a.py'), [file('b.py'), file('c.py')])).path).toBe('b.py');
  });

  it('replaces a file of the same path', () => {
    const changed = addFiles(draft(0, 'a.py', 'b.py'), [file('a.py', 'new')]);
    expect(changed.files.map(({ path, content }) => `${path}=${content}`)).toEqual(['b.py=b.py', 'a.py=new']);
  });

  it('changes nothing when nothing is added', () => {
    expect(addFiles(draft(0, 'a.py'), [])).toEqual(draft(0, 'a.py'));
  });
});

describe('removeFile', () => {
  it('keeps the same file in the editor when one before it goes', () => {
    expect(removeFile(draft(2, 'a.py', 'b.py', 'c.py'), 0)).toEqual(draft(1, 'b.py', 'c.py'));
  });

  it('leaves an empty file behind when the last one goes', () => {
    expect(removeFile(draft(0, 'a.py'), 0)).toEqual(emptyDraft);
  });
});

it('changes only the file in the editor', () => {
  const changed = changeActive(draft(1, 'a.py', 'b.py'), { content: 'x' });
  expect(changed.files.map(({ content }) => content)).toEqual(['a.py', 'x']);
});
