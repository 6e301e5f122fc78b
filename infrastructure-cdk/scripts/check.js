// The checks of this module that need Node: lints the contract and tests the edge scripts. Silent when all is well.
// Installs what the lock file names when it is not there yet; works without a network from then on.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const module = join(dirname(fileURLToPath(import.meta.url)), '..');

function run(name, command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: module,
    encoding: 'utf8',
    // Node's test runner reports to a parent in a format of its own when this is set.
    env: { ...process.env, NODE_TEST_CONTEXT: undefined, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
  if (status !== 0) {
    process.stderr.write(`${name} failed\n${stdout ?? ''}${stderr ?? ''}${error ?? ''}\n`);
    process.exit(1);
  }
}

/** npm keeps the lock file of what it installed; they differ in the root package only. */
function installed() {
  const hidden = join(module, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) {
    return false;
  }
  const { '': root, ...wanted } = JSON.parse(readFileSync(join(module, 'package-lock.json'), 'utf8')).packages;
  const { packages: found } = JSON.parse(readFileSync(hidden, 'utf8'));
  return Object.keys(wanted).every((path) => found[path]?.integrity === wanted[path].integrity);
}

if (!installed()) {
  run('npm ci', 'npm', ['ci', '--prefer-offline', '--no-progress']);
}
run('The lint of the contract', process.execPath, ['node_modules/@redocly/cli/bin/cli.js', 'lint', '--format=stylish']);
run('The test of the edge scripts', process.execPath, ['--test', 'src/test/edge/edge.test.cjs']);
