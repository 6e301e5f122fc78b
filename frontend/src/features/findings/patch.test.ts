import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { patchOf } from './patch';

const before = Array.from({ length: 30 }, (_, index) => `line ${index + 1}\n`).join('');

/** What git makes of the patch. */
function applied(patch: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'patch-'));
  try {
    writeFileSync(join(folder, 'a.txt'), before);
    const { status, stderr } = spawnSync('git', ['apply', '--unidiff-zero', '-'], {
      cwd: folder,
      input: patch,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return readFileSync(join(folder, 'a.txt'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it.each([
  ['one line changed', before.replace('line 4\n', 'four\n')],
  ['lines gone', before.replace('line 4\nline 5\n', '')],
  ['lines come', before.replace('line 4\n', 'line 4\nnew\nnewer\n')],
  [
    'several places',
    before.replace('line 2\n', 'two\n').replace('line 9\n', '').replace('line 28\n', 'x\ny\n'),
  ],
  ['the first and the last line', before.replace('line 1\n', 'one\n').replace('line 30\n', 'thirty\n')],
])('git applies %s', (_name, after) => {
  const patch = patchOf([{ path: 'a.txt', language: 'text', content: before }], () => after);
  expect(applied(patch)).toBe(after);
});

it('says nothing of files that stay', () => {
  expect(patchOf([{ path: 'a.txt', language: 'text', content: before }], () => before)).toBe('');
});
