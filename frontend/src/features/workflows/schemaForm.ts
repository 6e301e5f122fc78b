import type { Sized } from '@/hooks/useEstimate';
import type { DraftFile } from '@/services/draft';
import { byteLength } from '@/services/readFiles';

/** The part of JSON Schema (draft 2020-12) that workflows describe their input with. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

export type FieldKind = 'line' | 'text' | 'number' | 'yes-no' | 'choice' | 'choices' | 'lines' | 'files';

/** One field of a form. */
export interface FormField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly hint: string | undefined;
  readonly required: boolean;
  readonly options: readonly string[];
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly maxLength: number | undefined;
  readonly initial: FieldValue;
}

export type FieldValue = string | boolean | readonly string[] | readonly DraftFile[];
export type FormValues = Readonly<Record<string, FieldValue>>;

/** A form for a workflow's input. */
export interface InputForm {
  readonly fields: readonly FormField[];
  /** Of the fields named here exactly one is given; empty where nothing excludes another. */
  readonly alternatives: readonly string[];
}

/** Longer texts get more than a line. */
const longestLine = 200;

/** Reads a schema as a form. What a form cannot ask for, such as ids of other jobs, is left out when it is optional. */
export function formOf(schema: unknown): InputForm {
  const { properties = {}, required = [], oneOf, anyOf } = schema as Schema;
  const excluding = (oneOf ?? anyOf ?? []).flatMap((choice) => choice.required ?? []);
  const fields = Object.entries(properties).flatMap(([name, property]) => {
    const kind = kindOf(name, property);
    const needed = required.includes(name) || excluding.includes(name);
    return kind ? [fieldOf(name, kind, property, needed)] : [];
  });
  const alternatives = excluding.filter((name) => fields.some((field) => field.name === name));
  return {
    fields,
    alternatives: alternatives.length > 1 ? alternatives : [],
  };
}

function kindOf(name: string, { type, enum: values, items, maxLength, format }: Schema): FieldKind | null {
  const types = typeof type === 'string' ? [type] : (type ?? []);
  if (name === 'baseline_job_id' || format === 'uuid') return null;
  if (values) return 'choice';
  if (types.includes('boolean')) return 'yes-no';
  if (types.includes('integer') || types.includes('number')) return 'number';
  if (types.includes('array')) {
    if (items?.properties?.content) return 'files';
    return items?.enum ? 'choices' : 'lines';
  }
  if (types.includes('string'))
    return maxLength !== undefined && maxLength <= longestLine ? 'line' : textKind(name);
  return null;
}

/** Paths and addresses may be long, and have no second line all the same. */
function textKind(name: string): FieldKind {
  return /(^|_)(path|url|name|id|ref|branch)$/.test(name) ? 'line' : 'text';
}

function fieldOf(name: string, kind: FieldKind, schema: Schema, required: boolean): FormField {
  return {
    name,
    kind,
    label: schema.title ?? inWords(name),
    hint: schema.description,
    required,
    options: (schema.enum ?? schema.items?.enum ?? []).map(String),
    minimum: schema.minimum,
    maximum: schema.maximum,
    maxLength: schema.maxLength,
    initial: initialOf(kind, schema.default),
  };
}

function initialOf(kind: FieldKind, value: unknown): FieldValue {
  if (kind === 'yes-no') return value === true;
  if (kind === 'choices' || kind === 'files') return Array.isArray(value) ? value.map(String) : [];
  if (kind === 'lines') return Array.isArray(value) ? value.join('\n') : '';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** `focus_areas` as `Focus areas`. */
function inWords(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function initialValues({ fields }: InputForm): FormValues {
  return Object.fromEntries(fields.map(({ name, initial }) => [name, initial]));
}

/** The fields that are asked for when `chosen` is the alternative taken. */
export function shownFields({ fields, alternatives }: InputForm, chosen: string): readonly FormField[] {
  return fields.filter(({ name }) => !alternatives.includes(name) || name === chosen);
}

/** The required fields that hold nothing. */
export function missing(fields: readonly FormField[], values: FormValues): readonly string[] {
  return fields.filter(({ name, required }) => required && isNothing(values[name])).map(({ name }) => name);
}

function isNothing(value: FieldValue | undefined): boolean {
  return (
    value === undefined ||
    value === '' ||
    (typeof value !== 'boolean' && value.length === 0) ||
    (typeof value === 'string' && value.trim() === '')
  );
}

/** The workflow's input: what holds nothing is left out. */
export function inputOf(fields: readonly FormField[], values: FormValues): Record<string, unknown> {
  return Object.fromEntries(
    fields
      .filter(({ name }) => !isNothing(values[name]))
      .map(({ name, kind }) => [name, wireValue(kind, values[name] ?? '')]),
  );
}

function wireValue(kind: FieldKind, value: FieldValue): unknown {
  if (kind === 'number') return Number(value);
  if (kind === 'lines' && typeof value === 'string') {
    return value.split('\n').flatMap((line) => line.trim() || []);
  }
  if (kind === 'files' && Array.isArray(value)) {
    return (value as readonly DraftFile[]).map(({ path, content }) => ({ path, content }));
  }
  return value;
}

/** Whether the workflow does nothing without code. */
export function needsCode({ fields }: InputForm): boolean {
  return fields.some(({ name, kind, required }) => required && (name === 'code' || kind === 'files'));
}

/** The code that the fields hold, as paths and sizes. */
export function sizesOf(fields: readonly FormField[], values: FormValues): readonly Sized[] {
  return fields.flatMap(({ name, kind }) => {
    const value = values[name];
    if (kind === 'files') {
      return ((value ?? []) as readonly DraftFile[]).map(({ path, content }) => ({
        path: path ?? name,
        bytes: byteLength(content),
      }));
    }
    if (name !== 'code' || typeof value !== 'string' || isNothing(value)) return [];
    const path = values.file_path;
    return { path: typeof path === 'string' && path !== '' ? path : name, bytes: byteLength(value) };
  });
}

/** What the server said about a field: it names `input.question`, `question` or `input.files[0].path`. */
export function errorOf(
  name: string,
  errors: readonly { readonly field: string; readonly message: string }[],
): string | undefined {
  const own = errors.find(({ field }) => field.replace(/^input\./, '').split(/[.[]/)[0] === name);
  return own?.message;
}
