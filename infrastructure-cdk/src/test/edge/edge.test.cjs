// The CloudFront Functions as CloudFront runs them: a file that defines handler(event).
const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { test } = require('node:test');
const vm = require('node:vm');

function edgeScript(name) {
  const file = join(__dirname, '../../main/resources/edge', name + '.js');
  const context = vm.createContext({});
  vm.runInContext(readFileSync(file, 'utf8'), context, { filename: file });
  return (uri, querystring = {}) => context.handler({ request: { method: 'GET', uri, querystring, headers: {} } });
}

const sockets = edgeScript('websocket-path');
const pages = edgeScript('page-path');
const JOB = '0199b6a2-7c1e-7d4a-9f00-3c5d2f1e8a77';

test('a socket address becomes the stage with the job in the query', () => {
  const request = sockets('/api/v1/ws/' + JOB, { last_seq: { value: '7' } });
  assert.equal(request.uri, '/live');
  assert.equal(request.querystring.job_id.value, JOB);
  assert.equal(request.querystring.last_seq.value, '7');
});

test('a job id that the client puts into the query does not count', () => {
  const request = sockets('/api/v1/ws/' + JOB, { job_id: { value: 'another', multiValue: [{ value: 'another' }] } });
  assert.deepEqual({ ...request.querystring.job_id }, { value: JOB });
});

for (const uri of [
  '/api/v1/ws/',
  '/api/v1/ws/a/b',
  '/api/v1/ws/..',
  '/api/v1/ws/a%2fb',
  '/api/v1/ws/' + 'a'.repeat(65),
  '/api/v1/ws/' + JOB + '\n',
  '/live',
]) {
  test('no socket is at ' + JSON.stringify(uri), () => {
    assert.equal(sockets(uri).statusCode, 404);
  });
}

for (const [uri, becomes] of [
  ['/', '/index.html'],
  ['/history', '/index.html'],
  ['/reviews/' + JOB, '/index.html'],
  ['/reviews/v1.2/', '/index.html'],
  ['/assets/main-4f2a.js', '/assets/main-4f2a.js'],
  ['/favicon.svg', '/favicon.svg'],
]) {
  test(uri + ' is served by ' + becomes, () => {
    assert.equal(pages(uri).uri, becomes);
  });
}
