// Makes the API client from the contract. With --check it makes it elsewhere and fails when the checked-in one differs.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

const checkedIn = 'src/services/generated';
const check = process.argv.includes('--check');
const output = check ? mkdtempSync('node_modules/.cache-client-') : checkedIn;

try {
  const generator = join('node_modules', '@hey-api', 'openapi-ts', 'bin', 'run.js');
  execFileSync(process.execPath, [generator, '--silent'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CLIENT_OUTPUT: output },
  });
  if (check) failOnDrift();
} catch (failure) {
  console.error(String(failure.stderr ?? failure.message));
  process.exitCode = 1;
} finally {
  if (check) rmSync(output, { recursive: true, force: true });
}

function failOnDrift() {
  const made = filesBelow(output);
  const stored = filesBelow(checkedIn);
  const differing = [...new Set([...made.keys(), ...stored.keys()])].filter(
    (name) => made.get(name) !== stored.get(name),
  );
  if (differing.length > 0) {
    throw new Error(`The API client is not the contract's (${differing.join(', ')}). Run: npm run generate`);
  }
}

function filesBelow(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((file) => {
      const path = join(file.parentPath, file.name);
      return [relative(folder, path), readFileSync(path, 'utf8')];
    }),
  );
}
