// Runs `npm ci` unless node_modules already is what the lockfile says; a build that changes nothing installs nothing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const stamp = 'node_modules/.installed';
const wanted = createHash('sha256')
  .update(readFileSync('package-lock.json'))
  .update(readFileSync('package.json'))
  .update(readFileSync('.npmrc'))
  .update(process.version)
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(npm, ['ci', '--loglevel=error'], { encoding: 'utf8' });
  if (result.status !== 0) {
    console.error(
      `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}\nfrontend: npm ci failed`,
    );
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
