import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const physical =
  /[\s"'`:!]-?(?:m[lr]-|p[lr]-|(?:left|right)-[\d([](?!\/2)|text-(?:left|right)\b|border-[lr]\b|rounded-[tb]?[lr]\b)[\w./()[\]%-]*/g;

/** So that a language written from right to left needs no second layout. */
it('places things by where a line begins and ends, not by left and right', () => {
  const found = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !file.includes('generated'))
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(physical)].map(
        ([name]) => `${file}: ${name.trim()}`,
      ),
    );
  expect(found).toEqual([]);
});
