import { describe, expect, it } from 'vitest';
import { errorOf, formOf, initialValues, inputOf, missing, shownFields } from './schemaForm';

const form = formOf({
  type: 'object',
  required: ['question'],
  properties: {
    question: { type: 'string', title: 'Question', description: 'What to find out', maxLength: 4000 },
    repository_url: { type: ['string', 'null'], maxLength: 500 },
    depth: { type: 'integer', minimum: 1, maximum: 5, default: 2 },
    draft: { type: 'boolean' },
    style: { enum: ['short', 'long'], default: 'short' },
    focus_areas: { type: 'array', items: { enum: ['security', 'bugs'] } },
    hosts: { type: 'array', items: { type: 'string' } },
    baseline_job_id: { type: ['string', 'null'] },
  },
});

describe('a form made from a schema', () => {
  it('asks for each property in the way that its type wants', () => {
    expect(form.fields.map(({ name, kind, label }) => [name, kind, label])).toEqual([
      ['question', 'text', 'Question'],
      ['repository_url', 'line', 'Repository url'],
      ['depth', 'number', 'Depth'],
      ['draft', 'yes-no', 'Draft'],
      ['style', 'choice', 'Style'],
      ['focus_areas', 'choices', 'Focus areas'],
      ['hosts', 'lines', 'Hosts'],
    ]);
  });

  it('begins with the defaults', () => {
    expect(initialValues(form)).toMatchObject({
      question: '',
      depth: '2',
      draft: false,
      style: 'short',
      focus_areas: [],
    });
  });

  it('says what is missing, and sends what is there in the types of the schema', () => {
    const values = initialValues(form);
    expect(missing(form.fields, { ...values, question: '  ' })).toEqual(['question']);
    const filled = { ...values, question: 'Why?', hosts: 'a.example\n\n b.example ', focus_areas: ['bugs'] };
    expect(missing(form.fields, filled)).toEqual([]);
    expect(inputOf(form.fields, filled)).toEqual({
      question: 'Why?',
      depth: 2,
      draft: false,
      style: 'short',
      focus_areas: ['bugs'],
      hosts: ['a.example', 'b.example'],
    });
  });

  it('asks for one of what excludes each other', () => {
    const either = formOf({
      properties: {
        code: { type: 'string' },
        files: { type: 'array', items: { properties: { path: {}, content: {} } } },
        language: { enum: ['python'] },
      },
      oneOf: [{ required: ['code'] }, { required: ['files'] }],
    });
    expect(either.alternatives).toEqual(['code', 'files']);
    expect(shownFields(either, 'files').map(({ name }) => name)).toEqual(['files', 'language']);
    expect(missing(shownFields(either, 'files'), initialValues(either))).toEqual(['files']);
    const file = { path: 'a.py', content: 'x', language: null };
    expect(inputOf(shownFields(either, 'files'), { files: [file] })).toEqual({
      files: [{ path: 'a.py', content: 'x' }],
    });
  });

  it('offers none that it cannot ask for', () => {
    const either = formOf({
      properties: {
        code: { type: 'string' },
        upload_id: { type: 'string', format: 'uuid' },
        repository: { type: 'object' },
      },
      oneOf: [{ required: ['code'] }, { required: ['upload_id'] }, { required: ['repository'] }],
    });
    expect(either.fields.map(({ name }) => name)).toEqual(['code']);
    expect(either.alternatives).toEqual([]);
  });

  it('knows which field the server speaks of', () => {
    const errors = [{ field: 'input.files[0].path', message: 'is not relative' }];
    expect(errorOf('files', errors)).toBe('is not relative');
    expect(errorOf('file', errors)).toBeUndefined();
  });
});
