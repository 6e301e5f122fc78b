import { expect, it } from 'vitest';
import { findSecrets } from './secrets';

it.each([
  'key = "AKIAIOSFODNN7EXAMPLE"',
  '-----BEGIN RSA PRIVATE KEY-----',
  "DB_PASSWORD = 'hunter22'",
  '"api_key": "abcd1234"',
  'postgres://app:s3cret@db/app',
])('warns of %s', (line) => {
  expect(findSecrets(`first\n${line}`)).toEqual([{ line: 2 }]);
});

it.each(['password = read_password()', 'if password == other:', 'password = ""', 'https://example.com/a:b'])(
  'is silent about %s',
  (line) => {
    expect(findSecrets(line)).toEqual([]);
  },
);
