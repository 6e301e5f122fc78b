// Reviews the code of the home page's example and keeps the answer beside it: `npm run example` against the running product.
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const origin = process.env.E2E_BASE_URL ?? 'http://localhost:8080';
const file = new URL('../src/features/findings/example.json', import.meta.url);
const { path, language, code } = JSON.parse(readFileSync(file, 'utf8'));

let token;
const name = `example-${Date.now().toString(36)}`;
const account = { email: `${name}@example.com`, username: name, password: `Recorded-${name}-7` };
await call('/auth/register', account);
({ access_token: token } = await call('/auth/login', account));
const { job_id: job } = await call('/code-review', { code, language, file_path: path });
for (let status = 'queued'; status !== 'completed'; await wait(200)) {
  ({ status } = await call(`/code-review/${job}`));
  if (['failed', 'cancelled'].includes(status)) throw new Error(`The review ended as ${status}.`);
}
const review = await call(`/code-review/${job}/results`);
writeFileSync(file, `${JSON.stringify({ path, language, code, review }, null, 2)}\n`);
console.log(`${review.results.issues.length} findings recorded`);

async function call(address, body) {
  const response = await fetch(`${origin}/api/v1${address}`, {
    method: body ? 'POST' : 'GET',
    headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${response.status} ${address}: ${await response.text()}`);
  return response.json();
}
