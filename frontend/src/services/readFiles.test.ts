import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mostFiles, readFiles, submissionBytes } from './readFiles';

const file = (name: string, content: string | Uint8Array<ArrayBuffer>, path = ''): File =>
  Object.defineProperty(new File([content], name), 'webkitRelativePath', { value: path });

/** An archive as a common tool writes it. */
function archive(contents: Readonly<Record<string, string>>): File {
  const folder = mkdtempSync(join(tmpdir(), 'zip-'));
  try {
    for (const [path, content] of Object.entries(contents)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const script = 'import shutil,sys; shutil.make_archive(sys.argv[1], "zip", sys.argv[2])';
    const { status, stderr } = spawnSync('python3', ['-c', script, `${folder}-made`, folder], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return file('code.zip', new Uint8Array(readFileSync(`${folder}-made.zip`)));
  } finally {
    rmSync(folder, { recursive: true });
    rmSync(`${folder}-made.zip`, { force: true });
  }
}

describe('reading files', () => {
  it('takes text, and names what it does not take with the reason', async () => {
    const { files, skipped } = await readFiles([
      file('a.py', 'x = 1'),
      file('logo.png', new Uint8Array([137, 80, 0, 1])),
      file('empty.txt', ''),
      file('huge.txt', 'x'.repeat(submissionBytes + 1)),
    ]);
    expect(files).toEqual([{ path: 'a.py', content: 'x = 1', language: null }]);
    expect(skipped).toEqual([
      { name: 'logo.png', reason: 'binary' },
      { name: 'empty.txt', reason: 'empty' },
      { name: 'huge.txt', reason: 'large' },
    ]);
  });

  it('leaves out what tools have fetched, and says so once for a folder', async () => {
    const { files, skipped } = await readFiles([
      file('a.js', '1', 'app/src/a.js'),
      file('b.js', '2', 'app/node_modules/b/b.js'),
      file('c.js', '3', 'app/node_modules/c/c.js'),
    ]);
    expect(files.map(({ path }) => path)).toEqual(['app/src/a.js']);
    expect(skipped).toEqual([{ name: 'node_modules/', reason: 'dependency' }]);
  });

  it('stops where no more can be sent at once', async () => {
    const half = 'x'.repeat(submissionBytes / 2 + 1);
    const big = await readFiles([file('a', half), file('b', half), file('c', 'small')]);
    expect(big.files.map(({ path }) => path)).toEqual(['a', 'c']);
    expect(big.skipped).toEqual([{ name: 'b', reason: 'total' }]);
    const many = await readFiles(Array.from({ length: mostFiles + 1 }, (_, index) => file(`f${index}`, 'x')));
    expect(many.skipped).toEqual([{ name: `f${mostFiles}`, reason: 'many' }]);
  });

  it('opens an archive', async () => {
    const { files, skipped } = await readFiles([
      archive({
        'src/größe.py': 'größe = 1\n'.repeat(50),
        'src/empty.py': '',
        'node_modules/x/x.js': '1',
      }),
    ]);
    expect(files).toEqual([{ path: 'src/größe.py', content: 'größe = 1\n'.repeat(50), language: null }]);
    expect(skipped).toContainEqual({ name: 'src/empty.py', reason: 'empty' });
    expect(skipped).toContainEqual({ name: 'node_modules/', reason: 'dependency' });
  });

  it('says when an archive cannot be read', async () => {
    const broken = await readFiles([file('code.zip', 'PK no archive')]);
    expect(broken.skipped).toEqual([{ name: 'code.zip', reason: 'unreadable' }]);
  });

  it('does not trust the sizes that an archive claims', async () => {
    const honest = new Uint8Array(await archive({ 'bomb.txt': 'x'.repeat(100_000) }).arrayBuffer());
    const view = new DataView(honest.buffer);
    for (let at = 0; at < honest.length - 4; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true); // claims ten bytes
    }
    const { files, skipped } = await readFiles([file('bomb.zip', honest)]);
    expect(files).toEqual([]);
    expect(skipped).toEqual([{ name: 'bomb.txt', reason: 'unreadable' }]);
  });
});
