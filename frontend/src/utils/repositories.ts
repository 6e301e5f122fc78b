/** The server's name for the files of a repository until they are fetched; it stays when they could not be. */
export const awaitedRepository = 'repository.tar.gz';

/** Whether a file stands for others: for those of a repository or an archive until they are unpacked, and further if that fails. */
export function isPacked(path: string): boolean {
  return /\.(zip|tar\.gz|tgz)$/i.test(path);
}

interface Named {
  readonly file_path: string;
  readonly repository_url?: string | null;
}

/** `owner/name` of a repository's address. */
export function repositoryName(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname.replaceAll(/^\/|(\.git)?\/?$/g, '') : url;
}

/** What a job is called in lists: by its first file, or by its repository as long as that is not fetched. */
export function jobName({ file_path, repository_url }: Named): string {
  return file_path === awaitedRepository && repository_url ? repositoryName(repository_url) : file_path;
}
