import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { darkContrastTheme, darkTheme, lightContrastTheme, lightTheme } from '@/components/code/monacoThemes';

/** Contrast as WCAG 2.2 defines it, of the tokens that carry text. */
const css = readFileSync(join(import.meta.dirname, '../index.css'), 'utf8');
const code = readFileSync(join(import.meta.dirname, '../components/code/code.css'), 'utf8');
const [, diffNumber = 'code-line'] = /diff-added \{\s*--code-line: var\(--([\w-]+)\)/.exec(code) ?? [];
const severities = ['critical', 'high', 'medium', 'low', 'info'].map((name) => `severity-${name}`);
const grounds = ['background', 'card', 'popover', 'muted', 'accent', 'code-background'];

function tokens(selector: string, sheet = css): Map<string, string> {
  const blocks = [...sheet.matchAll(/^ *([^\n{}]+) \{([^{}]*)\}/gm)];
  const body = blocks.find(([, name, declared]) => name === selector && declared?.includes(': #'))?.[2] ?? '';
  return new Map(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const light = tokens(':root');
const dark = new Map([...light, ...tokens("[data-theme='dark']")]);
const lightContrast = new Map([...light, ...tokens("[data-contrast='more']")]);
const darkContrast = new Map([
  ...dark,
  ...tokens("[data-contrast='more']"),
  ...tokens("[data-theme='dark'][data-contrast='more']"),
]);

describe.each([
  ['light', light, lightTheme],
  ['dark', dark, darkTheme],
  ['light high-contrast', lightContrast, lightContrastTheme],
  ['dark high-contrast', darkContrast, darkContrastTheme],
])('the %s theme', (name, theme, editorTheme) => {
  const color = (token: string): string => {
    const value = theme.get(token);
    if (!value) throw new Error(`${name} has no --${token}`);
    return value;
  };

  it.each(grounds)('shows body text on %s at 7:1 and secondary text at 4.5:1', (ground) => {
    expect(contrast(color('foreground'), color(ground))).toBeGreaterThanOrEqual(7);
    expect(contrast(color('muted-foreground'), color(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([...severities, 'link', 'success', 'warning', 'destructive'])(
    'shows %s as text at 4.5:1',
    (token) => {
      for (const ground of grounds) expect(contrast(color(token), color(ground))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('shows the words on buttons at 4.5:1', () => {
    expect(contrast(color('primary-foreground'), color('primary'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(color('primary-foreground'), color('primary-hover'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(color('secondary-foreground'), color('secondary'))).toBeGreaterThanOrEqual(7);
  });

  it('shows focus and the edges of inputs at 3:1', () => {
    for (const ground of ['background', 'card', 'muted']) {
      expect(contrast(color('ring'), color(ground))).toBeGreaterThanOrEqual(3);
      expect(contrast(color('border-strong'), color(ground))).toBeGreaterThanOrEqual(3);
    }
  });

  it('shows every token of code at 4.5:1, on a chosen line too', () => {
    const plain = editorTheme.colors['editor.background'] ?? '';
    const highlighted = mix(color('primary'), color('code-background'), 0.08);
    expect(plain).toBe(color('code-background'));
    for (const { token, foreground = '' } of editorTheme.rules) {
      for (const ground of [plain, highlighted]) {
        expect(contrast(`#${foreground}`, ground), token).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(contrast(color('code-line'), plain)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['removed', 'added'])('shows lines that are %s, and their numbers, at 4.5:1', (kind) => {
    const rule = new RegExp(
      `\\.diff-${kind} \\{\\s*background: color-mix\\(in srgb, var\\(--(\\w+)\\) (\\d+)%`,
    );
    const [, tint = '', share = ''] = rule.exec(code) ?? [];
    const ground = mix(color(tint), color('code-background'), Number(share) / 100);
    for (const text of ['foreground', diffNumber]) {
      expect(contrast(color(text), ground), text).toBeGreaterThanOrEqual(4.5);
    }
  });
});

it.each([
  [':root', lightTheme],
  ["[data-theme='dark']", darkTheme],
])('code without the editor has the colours of the editor: %s', (selector, { rules }) => {
  const own = tokens(selector, code);
  for (const kind of ['comment', 'keyword', 'string', 'number']) {
    expect(own.get(`token-${kind}`)).toBe(`#${rules.find(({ token }) => token === kind)?.foreground}`);
  }
});

describe.each([
  ['light', lightContrast],
  ['dark', darkContrast],
])('more contrast in %s', (_name, theme) => {
  it.each(['muted-foreground', ...severities, 'link', 'success', 'warning', 'destructive'])(
    'shows %s at 7:1',
    (token) => {
      for (const ground of grounds) {
        expect(contrast(theme.get(token) ?? '', theme.get(ground) ?? '')).toBeGreaterThanOrEqual(7);
      }
    },
  );
});

function mix(one: string, other: string, share: number): string {
  const channel = (at: number): string => {
    const value =
      parseInt(one.slice(at, at + 2), 16) * share + parseInt(other.slice(at, at + 2), 16) * (1 - share);
    return Math.round(value).toString(16).padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
