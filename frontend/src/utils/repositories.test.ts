import { expect, it } from 'vitest';
import { jobName, repositoryName } from './repositories';

it.each([
  ['https://github.com/ada/shop', 'ada/shop'],
  ['https://github.com/ada/shop.git', 'ada/shop'],
  ['https://github.com/ada/shop/', 'ada/shop'],
  ['ada/shop', 'ada/shop'],
])('calls the repository at %s %s', (url, name) => expect(repositoryName(url)).toBe(name));

it('calls a job by its repository only as long as that is not fetched', () => {
  const repository_url = 'https://github.com/ada/shop';
  expect(jobName({ file_path: 'repository.tar.gz', repository_url })).toBe('ada/shop');
  expect(jobName({ file_path: 'src/main.py', repository_url })).toBe('src/main.py');
  expect(jobName({ file_path: 'repository.tar.gz', repository_url: null })).toBe('repository.tar.gz');
});
