import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, type Response, type WebSocket, type WebSocketRoute } from '@playwright/test';

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

const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What the theme decides; everything else is the same in both. */
const ofColors = ['color-contrast', 'link-in-text-block'];

/** No violation of WCAG 2.2 AA, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  const before = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await settled(page);
    const axe = new AxeBuilder({ page });
    const { violations } = await (
      colorScheme === 'light' ? axe.withTags(wcag22aa) : axe.withRules(ofColors)
    ).analyze();
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
    this.expectInOrder();
    expect(this.received.at(-1)?.type).toBe('completed');
  }

  /** The same as far as they came: a page that asks now and then may learn before its socket that a long job is over. */
  expectInOrder(): void {
    expect(this.received[0]?.type).toBe('connected');
    const numbers = this.received.slice(1).map(({ seq }) => seq);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  }
}

async function numbersIn(response: Response): Promise<readonly number[]> {
  if (!response.ok()) return [];
  const { items } = (await response.json()) as { items: readonly { seq: number }[] };
  return items.map(({ seq }) => seq);
}

/** The way of a page to the server, which can be broken off and mended; what came over it is the real server's. */
export class BreakableLine {
  /** The numbers of all events that reached the page over sockets, in that order. */
  readonly numbers: number[] = [];
  private readonly fetched: Promise<readonly number[]>[] = [];
  private connections = 0;
  private broken = false;
  private readonly open = new Set<WebSocketRoute>();
  private readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async of(page: Page): Promise<BreakableLine> {
    const line = new BreakableLine(page);
    await page.routeWebSocket(/\/api\/v1\/ws\//, (socket) => line.connect(socket));
    page.on('response', (response) => {
      if (/\/events(\?|$)/.test(response.url())) line.fetched.push(numbersIn(response));
    });
    return line;
  }

  /** Each event came over one socket at most, in order; what came over none was asked for. */
  async expectNothingLost(): Promise<void> {
    expect(this.connections).toBeGreaterThan(1);
    expect(this.numbers).toEqual([...new Set(this.numbers)].sort((a, b) => a - b));
    const all = new Set([...this.numbers, ...(await Promise.all(this.fetched)).flat()]);
    expect(all.size).toBe(Math.max(...all));
  }

  async breakOff(): Promise<void> {
    this.broken = true;
    await this.page.context().setOffline(true);
    await Promise.all([...this.open].map((socket) => socket.close({ code: 4000 })));
    this.open.clear();
  }

  async mend(): Promise<void> {
    this.broken = false;
    await this.page.context().setOffline(false);
  }

  private connect(socket: WebSocketRoute): void {
    if (this.broken) {
      void socket.close({ code: 4000 });
      return;
    }
    this.connections += 1;
    this.open.add(socket);
    socket.connectToServer().onMessage((message) => {
      if (!this.open.has(socket)) return; // lost on the way
      const { seq } = JSON.parse(message.toString()) as { seq?: number };
      if (seq !== undefined) this.numbers.push(seq);
      socket.send(message);
    });
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
