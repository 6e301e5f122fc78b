import { m } from '@/i18n/messages';

/** The server's name for the files of a repository until they are fetched; it stays when they could not be. */
export const awaitedRepository = 'repository.tar.gz';

/** Whether a file stands for others: for those of a repository or an archive until they are unpacked, and further if that fails. */
export function isPacked(path: string): boolean {
  return /\.(zip|tar\.gz|tgz)$/i.test(path);
}

interface Named {
  readonly workflow: string;
  readonly question?: string | null;
  /** Empty where there is no code. */
  readonly file_path: string;
  readonly repository_url?: string | null;
}

/** `owner/name` of a repository's address. */
export function repositoryName(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname.replaceAll(/^\/|(\.git)?\/?$/g, '') : url;
}

/**
 * What a job is called in lists: by what was asked, else by its first file, or by its repository as long as that is not
 * fetched; without code by its workflow.
 */
export function jobName({ workflow, question, file_path, repository_url }: Named): string {
  if (question) return question;
  if (file_path === awaitedRepository && repository_url) return repositoryName(repository_url);
  return file_path || (m.workflow[workflow] ?? workflow);
}
