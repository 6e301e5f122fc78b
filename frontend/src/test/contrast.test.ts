import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { darkTheme, lightTheme } from '@/components/code/monacoThemes';

/** Contrast as WCAG 2.2 defines it, of the tokens that carry text. */
const css = readFileSync(join(import.meta.dirname, '../index.css'), 'utf8');
const severities = ['critical', 'high', 'medium', 'low', 'info'].map((name) => `severity-${name}`);
const grounds = ['background', 'card', 'popover', 'muted', 'accent', 'code-background'];

function tokens(selector: string): Map<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`));
  const body = block.slice(0, block.indexOf('\n}'));
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

describe.each([
  ['light', ':root', lightTheme],
  ['dark', "[data-theme='dark']", darkTheme],
])('the %s theme', (_name, selector, editorTheme) => {
  const theme = tokens(selector);
  const color = (name: string): string => {
    const value = theme.get(name);
    if (!value) throw new Error(`${selector} has no --${name}`);
    return value;
  };

  it.each(grounds)('shows body text on %s at 7:1 and secondary text at 4.5:1', (ground) => {
    expect(contrast(color('foreground'), color(ground))).toBeGreaterThanOrEqual(7);
    expect(contrast(color('muted-foreground'), color(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([...severities, 'link', 'success', 'warning', 'destructive'])(
    'shows %s as text at 4.5:1',
    (name) => {
      for (const ground of grounds) expect(contrast(color(name), color(ground))).toBeGreaterThanOrEqual(4.5);
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
});

function mix(one: string, other: string, share: number): string {
  const channel = (at: number): string => {
    const value =
      parseInt(one.slice(at, at + 2), 16) * share + parseInt(other.slice(at, at + 2), 16) * (1 - share);
    return Math.round(value).toString(16).padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
