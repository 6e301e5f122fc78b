import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import { queryClient } from '@/services/queryClient';
import { useCommandStore } from '@/store/commandStore';
import { useToastStore } from '@/store/toastStore';
import { server } from './server';

/** What jsdom lacks and the page needs. Widths come from `window.innerWidth`; data saving keeps the editor out. */
window.matchMedia = (query: string): MediaQueryList =>
  Object.assign(new EventTarget(), {
    media: query,
    matches: matches(query),
    onchange: null,
    addListener: vi.fn(),
    removeListener: vi.fn(),
  }) as MediaQueryList;
Object.assign(navigator, { connection: { saveData: true } });
Object.assign(Element.prototype, {
  scrollIntoView: () => undefined,
  scrollBy: () => undefined,
  hasPointerCapture: () => false,
  setPointerCapture: () => undefined,
  releasePointerCapture: () => undefined,
});
window.scrollTo = () => undefined;
window.ResizeObserver = class {
  observe(): void {
    return;
  }
  unobserve(): void {
    return;
  }
  disconnect(): void {
    return;
  }
};

// A page's first load compiles its modules; failures name the element and not the whole document.
configure({ asyncUtilTimeout: 10_000, getElementError: (message) => new Error(message?.split('\n')[0]) });

function matches(query: string): boolean {
  const minimum = /min-width: (\d+)px/.exec(query)?.[1];
  const maximum = /max-width: (\d+)px/.exec(query)?.[1];
  if (minimum) return window.innerWidth >= Number(minimum);
  return maximum ? window.innerWidth <= Number(maximum) : false;
}

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => {
  cleanup();
  server.resetHandlers();
  queryClient.clear();
  localStorage.clear();
  sessionStorage.clear();
  useCommandStore.setState({ paletteOpen: false, helpOpen: false });
  useToastStore.setState({ shown: [] });
  signOut();
});
afterAll(() => server.close());

function signOut(): void {
  document.cookie = '__Host-csrf=; Secure; Path=/; Max-Age=0';
}
