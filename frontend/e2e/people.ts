import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, type WebSocket } from '@playwright/test';

export interface Account {
  readonly email: string;
  readonly username: string;
  readonly password: string;
}

/** An account that no earlier run has made. */
export function newAccount(): Account {
  const unique = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;
  return { email: `${unique}@example.com`, username: `e2e-${unique}`, password: `Journey-${unique}-7` };
}

/** Creates the account through the page. */
export async function register(page: Page, { email, username, password }: Account): Promise<void> {
  await page.goto('/register');
  await expectAccessible(page);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL('**/reviews/new');
}

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** No violation of WCAG 2.2 AA, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  const before = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await settled(page);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id} (${colorScheme}): ${nodes[0]?.html}`)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: before ? 'dark' : 'light' });
}

/** Colours on their way from one theme to the other are nobody's colours. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity)
        .map((animation) => animation.finished),
    ),
  );
}

/** Puts code into the editor the way a person does: by the clipboard. */
export async function paste(page: Page, code: string): Promise<void> {
  const { origin } = new URL(page.url());
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  await page.evaluate((text) => navigator.clipboard.writeText(text), code);
  const editor = page.locator('.monaco-editor').first();
  await editor.waitFor();
  await editor.click({ position: { x: 300, y: 20 } });
  await page.keyboard.press('ControlOrMeta+V');
}

/** What a page's sockets were sent, in order. */
export class Frames {
  readonly received: { readonly type: string; readonly seq?: number }[] = [];

  constructor(page: Page) {
    page.on('websocket', (socket: WebSocket) => {
      socket.on('framereceived', ({ payload }) => {
        this.received.push(JSON.parse(payload.toString()) as { type: string; seq?: number });
      });
    });
  }

  /** `connected`, then every number once, to the end. */
  expectComplete(): void {
    expect(this.received[0]?.type).toBe('connected');
    expect(this.received.at(-1)?.type).toBe('completed');
    const numbers = this.received.slice(1).map(({ seq }) => seq);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  }
}

/** Fails the journey for whatever a person would not see: errors in the console, violations of the page's policy. */
export function expectQuiet(page: Page): () => void {
  const noise: string[] = [];
  page.on('pageerror', (error) => noise.push(error.message));
  page.on('console', (message) => {
    const isRefusal = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isRefusal) noise.push(message.text());
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    const own = ['data:', 'blob:'].includes(url.protocol) || url.hostname === new URL(page.url()).hostname;
    if (!own && page.url() !== 'about:blank') noise.push(`request to ${url.host}`);
  });
  return () => expect(noise).toEqual([]);
}
