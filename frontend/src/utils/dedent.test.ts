import { expect, it } from 'vitest';
import { dedent } from './dedent';

it.each([
  ['    return x', 'return x'],
  ['  if (a) {\n\n    b();\n  }', 'if (a) {\n\n  b();\n}'],
  ['\tif a:\n\t\tb', 'if a:\n\tb'],
  ['a\n  b', 'a\n  b'],
  ['', ''],
])('takes from %j what all its lines begin with', (code, expected) => expect(dedent(code)).toBe(expected));
