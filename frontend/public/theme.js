// Runs before the first paint, so that the page never flashes in the other theme. A file of its own, because the
// Content-Security-Policy forbids inline scripts. src/store/uiStore.ts writes the same keys.
(function () {
  let choice = 'system';
  let contrast = 'system';
  let motion = 'system';
  try {
    choice = localStorage.getItem('theme') || 'system';
    contrast = localStorage.getItem('contrast') || 'system';
    motion = localStorage.getItem('motion') || 'system';
  } catch {
    // Storage can be forbidden; the system's choice then holds.
  }
  const dark =
    choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  const more =
    contrast === 'more' || (contrast === 'system' && matchMedia('(prefers-contrast: more)').matches);
  const still =
    motion === 'reduced' || (motion === 'system' && matchMedia('(prefers-reduced-motion: reduce)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  document.documentElement.dataset.contrast = more ? 'more' : 'standard';
  document.documentElement.dataset.motion = still ? 'reduced' : 'standard';
  document.querySelector('meta[name="theme-color"]').content = dark ? '#0d1015' : '#f7f8fa';
})();
