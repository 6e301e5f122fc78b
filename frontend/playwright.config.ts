import { defineConfig } from '@playwright/test';
import { args, executablePath } from './e2e/chromium.js';

/** Journeys of people against the running stack, in the order of the file: they share one account. */
export default defineConfig({
  testDir: 'e2e',
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  outputDir: 'test-results',
  use: {
    baseURL: process.env.E2E_BASE_URL ?? 'http://localhost:8080',
    launchOptions: { executablePath, args },
    serviceWorkers: 'block', // it would answer before a journey's own routes; the offline journey allows it
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'usual', testIgnore: 'model/**' },
    { name: 'model', testDir: 'e2e/model' }, // needs a model that can be steered
  ],
});
