import { describe, expect, it } from 'vitest';
import { csrfToken, safeReturnTo } from './session';

describe('csrfToken', () => {
  it('finds its cookie among others', () => {
    expect(csrfToken('theme=dark; __Host-csrf=a%3Db; other=1')).toBe('a=b');
    expect(csrfToken('x__Host-csrf=a')).toBeNull();
    expect(csrfToken('')).toBeNull();
  });
});

describe('safeReturnTo', () => {
  it('goes back to a path of this site', () => {
    expect(safeReturnTo('/reviews/1?finding=2')).toBe('/reviews/1?finding=2');
  });

  it.each([
    null,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n\\evil.example',
    '/..//evil.example',
    'javascript:alert(1)',
  ])('does not go to %j', (target) => {
    expect(safeReturnTo(target)).toBe('/reviews/new');
  });
});
