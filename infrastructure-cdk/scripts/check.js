// The checks of this module that are no Java: lints the contract, tests the edge scripts, and has cfn-lint and cfn-guard look at the
// templates where they are installed. Silent when all is well, but for what was skipped.
// Installs what the lock file names when it is not there yet; works without a network from then on.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
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

/** Runs a tool that people have installed or not. */
function runWhereInstalled(tool, checks, ...argumentLists) {
  if (spawnSync(tool, ['--version']).status !== 0) {
    process.stderr.write(`SKIPPED: ${tool} is not installed, so it did not check ${checks}\n`);
    return;
  }
  argumentLists.forEach((args) => run(`${tool} over ${checks}`, tool, args));
}

/** The stacks of both stages, as the tests before this have synthesised them. */
function stacks() {
  return ['dev', 'prod']
    .map((stage) => join(module, 'target/synthesis', stage))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
    .filter((file) => file.endsWith('.template.json'));
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

const templates = stacks();
// W3005: the CDK names a dependency also where a reference says it already.
const lint = ['--non-zero-exit-code', 'error', '--ignore-checks', 'W3005', '--regions', 'eu-central-1', '--template'];
runWhereInstalled('cfn-lint', 'template.yaml and the stacks', [...lint, '../template.yaml', ...templates]);
const guard = ['--rules', 'src/guard/stacks.guard'];
runWhereInstalled(
  'cfn-guard',
  'the stacks',
  ['test', '--rules-file', 'src/guard/stacks.guard', '--test-data', 'src/guard/stacks.tests.yaml'],
  ...(templates.length > 0 ? [['validate', ...guard, '--show-summary', 'fail', '--data', ...templates]] : []),
);
