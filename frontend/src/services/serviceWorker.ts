/** Keeps the application's files for starting offline, and tells when a newer version waits. Only in the built product. */
export function registerServiceWorker(onWaiting: (takeOver: () => void) => void): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  const replaces = serviceWorker.controller !== null;
  let asked = false;
  const offer = (waiting: ServiceWorker): void =>
    onWaiting(() => {
      asked = true;
      waiting.postMessage('take-over');
    });

  serviceWorker.addEventListener('controllerchange', () => {
    if (asked) location.reload();
  });
  const watch = (registration: ServiceWorkerRegistration): void => {
    if (registration.waiting && replaces) offer(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const next = registration.installing;
      next?.addEventListener('statechange', () => {
        // The very first one replaces nothing.
        if (next.state === 'installed' && serviceWorker.controller) offer(next);
      });
    });
    const everyMs = 60 * 60_000;
    setInterval(() => void registration.update().catch(() => undefined), everyMs);
  };
  // Where it is not allowed, the page works as before, only not offline.
  serviceWorker
    .register('/sw.js')
    .then(watch)
    .catch(() => undefined);
}
