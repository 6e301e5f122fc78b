import { expect } from '@playwright/test';

/** What the model answers to prompts that have all the texts: one after the other, the last one again and again. */
export interface Rule {
  readonly when: readonly string[];
  readonly answers: readonly ({ readonly say: unknown } | { readonly fail: number })[];
}

/** Answers that are kept back. */
export interface Hold {
  /** Until the model was asked. */
  readonly reached: () => Promise<void>;
  readonly release: () => Promise<unknown>;
}

/** What follows is served by whoever started the stack, beside it. */
async function steer(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${process.env.E2E_MODEL_URL}/${path}`, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${String(answer)}`);
  return answer;
}

/** From now on, beside what it says anyway. */
export async function modelSays(...rules: readonly Rule[]): Promise<void> {
  await steer('POST', 'rules', rules);
}

/** Keeps back what the model answers to prompts that have all the texts. */
export async function hold(...texts: readonly string[]): Promise<Hold> {
  const path = `holds/${String(await steer('POST', 'holds', texts))}`;
  return {
    reached: () => expect.poll(() => steer('GET', path)).toBeGreaterThan(0),
    release: () => steer('DELETE', path),
  };
}

/** The shapes of answer that prompts with a text asked for, in the order in which they came. */
export async function asked(about: string): Promise<readonly string[]> {
  return (await steer('GET', `prompts?${encodeURIComponent(about)}`)) as readonly string[];
}

/** As a crash would, without time for anything; the next one is ready then. */
export async function killWorker(): Promise<void> {
  await steer('DELETE', 'worker');
}
