/* global precached, version -- filled in by the build */
// Keeps the application's own files, so that it starts without a network. It never touches the API: what may be read
// offline is kept by the page itself, which knows what belongs to whom.

const shell = `shell-${version}`;
const page = '/index.html';
/** Files of the page that keep their name, and so may change. */
const named = ['/theme.js', '/favicon.svg', '/manifest.json'];

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(shell).then((cache) => cache.addAll([page, ...named, ...precached])));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith('shell-') && name !== shell) await caches.delete(name);
      }
      await self.clients.claim();
    })(),
  );
});

// The page asks, after the person has agreed: a new version never takes over by itself.
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(fresh(request, page));
  else if (named.includes(pathname)) event.respondWith(fresh(request, pathname));
  else if (pathname.startsWith('/assets/')) event.respondWith(kept(request));
});

/** The newest; without a network, the one that fits the other kept files. */
async function fresh(request, name) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(name, { cacheName: shell })) ?? Response.error();
  }
}

/** Files named by their content never change; what is used for the first time, such as the editor, is kept from then on. */
async function kept(request) {
  const known = await caches.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(shell)).put(request, answer.clone());
  return answer;
}
