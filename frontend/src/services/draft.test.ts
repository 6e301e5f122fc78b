import { describe, expect, it } from 'vitest';
import {
  claimDrafts,
  clearDrafts,
  draftAside,
  emptyDraft,
  loadDraft,
  replaceDraft,
  saveDraft,
  type Draft,
} from './draft';

const written: Draft = {
  files: [{ path: 'a.py', content: 'x = 1', language: 'python' }],
  active: 0,
  focus: ['security'],
  workflow: 'quick_code_review',
  project: null,
  baseline: null,
  repository: null,
  upload: null,
  maxUsd: 0.5,
};
const other: Draft = { ...emptyDraft, files: [{ path: 'b.py', content: 'y = 2', language: null }] };

describe('a draft', () => {
  it('survives a reload', () => {
    saveDraft(written);
    expect(loadDraft()).toEqual(written);
  });

  it.each([
    '',
    '{',
    'null',
    '{"files":[]}',
    '{"files":[{}],"active":0,"focus":[]}',
    '{"files":[{"content":"x"}],"active":-1,"focus":[]}',
  ])('is empty when what was stored is %j', (stored) => {
    localStorage.setItem('draft', stored);
    expect(loadDraft()).toEqual(emptyDraft);
  });

  it('is put aside when another one takes its place', () => {
    saveDraft(written);
    replaceDraft(other);
    expect(loadDraft()).toEqual(other);
    expect(draftAside()).toEqual(written);
  });

  it('is put aside when only an upload was prepared', () => {
    const prepared = { ...emptyDraft, upload: 'u-1' };
    saveDraft(prepared);
    replaceDraft(other);
    expect(draftAside()).toEqual(prepared);
  });

  it('is not put aside for itself, nor when it was empty', () => {
    replaceDraft(written);
    replaceDraft(written);
    expect(draftAside()).toBeNull();
  });
});

describe('the drafts of a person', () => {
  it('stay for the person who wrote them', () => {
    claimDrafts('ada');
    saveDraft(written);
    claimDrafts('ada');
    expect(loadDraft()).toEqual(written);
  });

  it('are gone for anyone else, and after signing out', () => {
    claimDrafts('ada');
    saveDraft(written);
    claimDrafts('bob');
    expect(loadDraft()).toEqual(emptyDraft);
    saveDraft(written);
    clearDrafts();
    expect(loadDraft()).toEqual(emptyDraft);
  });
});
