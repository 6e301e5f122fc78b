import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** Debian, Ubuntu, Fedora, macOS; `CHROMIUM_PATH` names any other. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const executablePath = process.env.CHROMIUM_PATH ?? usualPlaces.find((path) => existsSync(path));
// Chromium's sandbox refuses root, which is who runs it in containers.
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Journeys of people against the running stack, in the order of the file: they share one account. */
export default defineConfig({
  testDir: 'e2e',
  testIgnore: process.env.LIGHTHOUSE ? [] : 'lighthouse.spec.ts',
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
});
