/// <reference types="vitest/config" />
import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import { fileURLToPath, URL } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Where the development server sends API calls and sockets: the embedded stack's gateway. */
const gateway = process.env.GATEWAY_ORIGIN ?? 'http://localhost:8080';

/** Vite lists the licences of scripts; the fonts come in by CSS. */
function fontLicenses(): Plugin {
  const fonts = ['@fontsource-variable/inter', '@fontsource-variable/jetbrains-mono'];
  return {
    name: 'font-licenses',
    apply: 'build',
    closeBundle() {
      for (const font of fonts) {
        const text = readFileSync(`node_modules/${font}/LICENSE`, 'utf8');
        appendFileSync('dist/licenses.md', `\n## ${font} (OFL-1.1)\n\n${text}`);
      }
    },
  };
}

/** Too large to fetch before they are wanted, or only for other scripts than most pages have. */
const fetchedLater = /MonacoEditor|editor\.worker|codicon|ChartCanvas|-(cyrillic|greek|vietnamese|latin-ext)/;

/**
 * Writes the service worker with the names of the files that it keeps from the start: the last to look, since Vite takes away
 * scripts that only stood for styles, and one missing file would keep the worker from being installed.
 */
function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const files = Object.keys(bundle).filter(
        (file) => file.startsWith('assets/') && !fetchedLater.test(file),
      );
      const precached = JSON.stringify(files.sort().map((file) => `/${file}`));
      const version = createHash('sha256').update(precached).digest('hex').slice(0, 12);
      const source = readFileSync('worker/serviceWorker.js', 'utf8');
      this.emitFile({
        type: 'asset',
        fileName: 'sw.js',
        source: `const version = '${version}';\nconst precached = ${precached};\n${source}`,
      });
    },
  };
}

/** What the start page and others show; the start page needs nothing else of theirs. */
const base =
  /src\/(i18n|lib)\/|src\/components\/(code\/Snippet|layout\/(Logo|PublicFrame)|ui\/(button|skeleton))|src\/hooks\/usePageTitle|src\/services\/session\.|src\/utils\/languages|lucide-react/;

/**
 * Scripts that are fetched together. Otherwise every module that some pages share would be a file of its own, and the results
 * would be a hundred requests away.
 */
const scripts = [
  { name: 'start', tags: ['$initial' as const], priority: 2 },
  { name: 'base', test: base, minShareCount: 2, priority: 1 },
  { name: 'pages', test: /\/(src|node_modules)\/(?!monaco)/, minShareCount: 4 },
];

export default defineConfig({
  plugins: [react(), tailwindcss(), fontLicenses(), serviceWorker()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/api': { target: gateway, ws: true } },
  },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0, // data: URLs would need a wider Content-Security-Policy
    modulePreload: { polyfill: false }, // the polyfill is an inline-executed script no current browser needs
    manifest: true, // read by size-limit's configuration and the budget test
    chunkSizeWarningLimit: 4000,
    reportCompressedSize: false,
    license: { fileName: 'licenses.md' }, // the notices of everything that is bundled
    rolldownOptions: { output: { codeSplitting: { groups: scripts } } },
  },
  worker: { format: 'es' },
  test: {
    environment: 'jsdom',
    environmentOptions: { jsdom: { url: 'https://app.test/' } }, // secure, or the session's cookies would be refused
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test/setup.ts'],
    css: false,
    // One jsdom for all files: setup.ts leaves nothing behind, and starting it costs more than the tests.
    pool: 'threads',
    isolate: false,
    testTimeout: 20_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
});
