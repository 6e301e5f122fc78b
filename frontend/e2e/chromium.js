import { existsSync } from 'node:fs';

/** Debian, Ubuntu, Fedora, macOS; `CHROMIUM_PATH` names any other. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser of this machine, for the journeys and for Lighthouse. */
export const executablePath = process.env.CHROMIUM_PATH ?? usualPlaces.find((path) => existsSync(path));

/** Chromium's sandbox refuses root, which is who runs it in containers. */
export const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
