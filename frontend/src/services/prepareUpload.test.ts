import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileBytes, prepareUpload } from './prepareUpload';
import { mostFiles, submissionBytes } from './readFiles';
import { unzip } from './unzip';
import { zip, type Packed } from './zip';

const file = (name: string, content: string | Uint8Array<ArrayBuffer>, path = ''): File =>
  Object.defineProperty(new File([content], name), 'webkitRelativePath', { value: path });

async function* packed(contents: Readonly<Record<string, string>>): AsyncGenerator<Packed> {
  for (const [path, text] of Object.entries(contents)) {
    yield { path, bytes: await Promise.resolve(new TextEncoder().encode(text)) };
  }
}

describe('packing', () => {
  it('makes an archive that we and other tools can open', async () => {
    const archive = await zip(packed({ 'src/a.py': 'x = 1\n'.repeat(100), 'ünï.txt': 'ß' }));
    const entries = await unzip(archive);
    expect(await Promise.all(entries.map(async ({ path, read }) => [path, (await read()).length]))).toEqual([
      ['src/a.py', 600],
      ['ünï.txt', 2],
    ]);
    const path = join(tmpdir(), `packed-${process.pid}.zip`);
    writeFileSync(path, new Uint8Array(await archive.arrayBuffer()));
    const script = 'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); print(z.testzip(), z.namelist())';
    const { stdout } = spawnSync('python3', ['-c', script, path], { encoding: 'utf8' });
    rmSync(path);
    expect(stdout.trim()).toBe("None ['src/a.py', 'ünï.txt']");
  });
});

describe('what is more than a request holds', () => {
  const big = 'x'.repeat(submissionBytes - 10);

  it('is nothing while it fits', async () => {
    expect(await prepareUpload([file('a.py', 'x = 1'), file('b.py', 'y = 2')])).toBeNull();
    expect(await prepareUpload([])).toBeNull();
  });

  it('is packed here, without what cannot be reviewed, each with its reason', async () => {
    const upload = await prepareUpload([
      file('a.txt', big, 'app/a.txt'),
      file('b.py', `password = "hunter22"`, 'app/b.py'),
      file('c.png', new Uint8Array([1, 0, 2]), 'app/c.png'),
      file('d.js', 'x', 'app/node_modules/d/d.js'),
      file('e.js', 'x', 'app/node_modules/e/e.js'),
      file('old.zip', 'PK', 'app/old.zip'),
      file('huge.log', new Uint8Array(fileBytes + 1).fill(65), 'app/huge.log'),
      file('f.txt', big, 'app/f.txt'),
    ]);
    expect(upload?.name).toBe('files.zip');
    expect(upload?.included?.map(({ path }) => path)).toEqual(['app/a.txt', 'app/b.py', 'app/f.txt']);
    expect(upload?.skipped).toEqual([
      { name: 'node_modules/', reason: 'dependency' },
      { name: 'app/old.zip', reason: 'unreadable' },
      { name: 'app/huge.log', reason: 'large' },
      { name: 'app/c.png', reason: 'binary' },
    ]);
    expect(upload?.secrets).toEqual([{ path: 'app/b.py', line: 1 }]);
    expect(upload?.searched).toBe(3);
    expect((await unzip(upload!.content)).map(({ path }) => path)).toEqual([
      'app/a.txt',
      'app/b.py',
      'app/f.txt',
    ]);
  });

  it('is many files as well as much text', async () => {
    const many = Array.from({ length: mostFiles + 1 }, (_, index) => file(`${index}.py`, 'x = 1'));
    expect((await prepareUpload(many))?.included).toHaveLength(mostFiles + 1);
  });

  it('goes as it is when it is one large file or one archive', async () => {
    const large = file('big.sql', 'x'.repeat(submissionBytes + 1));
    expect(await prepareUpload([large])).toMatchObject({ name: 'big.sql', content: large });
    const entries = Object.fromEntries(
      Array.from({ length: mostFiles + 1 }, (_, index) => [`${index}.py`, 'x']),
    );
    const archive = file('code.zip', new Uint8Array(await (await zip(packed(entries))).arrayBuffer()));
    const upload = await prepareUpload([archive]);
    expect(upload).toMatchObject({ name: 'code.zip', content: archive, searched: mostFiles + 1 });
    expect(upload?.included).toHaveLength(mostFiles + 1);
  });

  it('names what is no text in an archive that goes as it is', async () => {
    const entries = { 'a.py': big, 'b.py': big, 'logo.png': 'P\0NG' };
    const archive = file('code.zip', new Uint8Array(await (await zip(packed(entries))).arrayBuffer()));
    const upload = await prepareUpload([archive]);
    expect(upload?.included?.map(({ path }) => path)).toEqual(['a.py', 'b.py']);
    expect(upload).toMatchObject({ skipped: [{ name: 'logo.png', reason: 'binary' }], searched: 2 });
  });

  it('is an archive that only the server opens', async () => {
    expect(await prepareUpload([file('code.tar.gz', 'x')])).toMatchObject({ included: null, searched: 0 });
  });
});
