import { z } from 'zod';
import { m } from '@/i18n/messages';
import type { Language, NewProject, Project } from '@/types/review';

const { invalid } = m.projects;

/** What a person types about a project; the server checks it again. */
export const projectSchema = z.object({
  name: z.string().trim().min(1, invalid.nameMissing).max(100, invalid.nameLong),
  description: z.string().trim().max(2_000, invalid.description),
  repository: z
    .string()
    .trim()
    .refine((address) => address === '' || isPlainHttps(address), invalid.repository),
  language: z.string(),
});

export type ProjectValues = z.infer<typeof projectSchema>;

/** No language chosen; a select can't have an empty value. */
export const noLanguage = 'none';

export const emptyProject: ProjectValues = {
  name: '',
  description: '',
  repository: '',
  language: noLanguage,
};

export function valuesOf({ name, description, repository_url, language }: Project): ProjectValues {
  return {
    name,
    description: description ?? '',
    repository: repository_url ?? '',
    language: language ?? noLanguage,
  };
}

export function projectOf({ name, description, repository, language }: ProjectValues): NewProject {
  return {
    name,
    description: description || null,
    repository_url: repository || null,
    language: language === noLanguage ? null : (language as Language),
  };
}

/** The form's field for a field that the server names. */
export const serverFields: Readonly<Record<string, keyof ProjectValues>> = {
  name: 'name',
  description: 'description',
  repository_url: 'repository',
  language: 'language',
};

function isPlainHttps(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return protocol === 'https:' && username === '' && password === '';
}
