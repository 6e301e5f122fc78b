const { readFileSync } = require('node:fs');

/** What the start page loads before any route: the entry and everything it imports statically. */
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const initial = new Set();
const visit = (key) => {
  if (initial.has(key)) return;
  initial.add(key);
  for (const next of manifest[key].imports ?? []) visit(next);
};
visit('index.html');
const chunks = [...initial].map((key) => manifest[key]);
const scripts = chunks.map(({ file }) => `dist/${file}`);
const styles = chunks.flatMap(({ css }) => css ?? []).map((file) => `dist/${file}`);
const monaco = `dist/${manifest['src/components/code/MonacoEditor.tsx'].file}`;

/** Kilobytes as in the product's budgets: 1,024 bytes; `kB` here would be 1,000. */
const KiB = 1024;
const bytes = (kibibytes) => `${kibibytes * KiB} B`;

module.exports = [
  { name: 'initial JavaScript, minified', path: scripts, limit: bytes(300), gzip: false, brotli: false },
  { name: 'initial JavaScript, gzip', path: scripts, limit: bytes(110), gzip: true },
  { name: 'initial CSS, gzip', path: styles, limit: bytes(20), gzip: true },
  { name: 'Monaco, gzip', path: monaco, limit: bytes(900), gzip: true },
];
