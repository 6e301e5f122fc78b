// Every check of the application, quiet when it passes: a failed step shows its output and ends the run.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';

const bin = (name, ...args) => [`node_modules/.bin/${name}`, args];
const node = (...args) => [process.execPath, args];

/** In the order of what fails most cheaply. */
const steps = [
  ['types', bin('tsc', '-p', '.')],
  [
    'lint',
    bin('eslint', '--cache', '--cache-location', 'node_modules/.cache/eslint/', '--max-warnings', '0', '.'),
  ],
  ['format', bin('prettier', '--check', '--cache', '--log-level', 'warn', '.')],
  ['unused code', bin('knip', '--no-progress')],
  ['generated client', node('scripts/generate-client.js', '--check')],
  ['tests', bin('vitest', 'run', '--reporter=dot')],
  ['build', bin('vite', 'build', '--logLevel', 'warn')],
  ['no language worker', () => withoutLanguageWorkers()],
  ['files kept offline', () => everyKeptFileExists()],
  ['sizes', bin('size-limit')],
];

const began = Date.now();
const passed = [];
for (const [name, step] of steps) {
  const { ok, output } = typeof step === 'function' ? step() : run(...step);
  if (!ok) {
    console.error(`${output.trim()}\n\nfrontend: ${name} failed`);
    process.exit(1);
  }
  passed.push(detailOf(name, output));
}
console.log(`frontend: ${passed.join(', ')} passed in ${Math.round((Date.now() - began) / 1000)} s`);

function run(command, args) {
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', CI: '1' },
  });
  return {
    ok: result.status === 0,
    output: `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}`,
  };
}

/** One that is missing would keep the service worker from being installed. */
function everyKeptFileExists() {
  const [, list] = /const precached = (\[.*?\]);/.exec(readFileSync('dist/sw.js', 'utf8'));
  const missing = JSON.parse(list).filter((file) => !existsSync(`dist${file}`));
  return {
    ok: missing.length === 0,
    output: `The service worker keeps what is not there: ${missing.join(', ')}`,
  };
}

/** Monaco's language services are larger than the application; the analysers do their work. */
function withoutLanguageWorkers() {
  const unwanted = readdirSync('dist/assets').filter((file) => /(ts|css|html|json)\.worker/.test(file));
  return { ok: unwanted.length === 0, output: `These must not be in the build: ${unwanted.join(', ')}` };
}

function detailOf(name, output) {
  const count = name === 'tests' ? /Tests\s+(\d+) passed/.exec(output)?.[1] : null;
  return count ? `${count} ${name}` : name;
}
