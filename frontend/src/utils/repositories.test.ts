import { expect, it } from 'vitest';
import { jobName, repositoryName } from './repositories';

it.each([
  ['https://github.com/ada/shop', 'ada/shop'],
  ['https://github.com/ada/shop.git', 'ada/shop'],
  ['https://github.com/ada/shop/', 'ada/shop'],
  ['ada/shop', 'ada/shop'],
])('calls the repository at %s %s', (url, name) => expect(repositoryName(url)).toBe(name));

it('calls a job by its repository only as long as that is not fetched', () => {
  const fetched = { workflow: 'quick_code_review', repository_url: 'https://github.com/ada/shop' };
  const awaited = { ...fetched, file_path: 'repository.tar.gz' };
  expect(jobName(awaited)).toBe('ada/shop');
  expect(jobName({ ...fetched, file_path: 'src/main.py' })).toBe('src/main.py');
  expect(jobName({ ...awaited, repository_url: null })).toBe('repository.tar.gz');
});

it('calls a job by what was asked, and never leaves it without a name', () => {
  const research = { workflow: 'research', file_path: '' };
  expect(jobName({ ...research, question: 'Why?', file_path: 'a.py' })).toBe('Why?');
  expect(jobName(research)).toBe('Research');
});
