const wantedKey = 'notify.ended';

/** Whether this browser can tell of ended jobs, and the person has not forbidden it. */
export function canNotify(): boolean {
  return 'Notification' in globalThis && Notification.permission !== 'denied';
}

/** Whether the person wants to be told, and the browser lets us. */
export function wantsNotices(): boolean {
  return canNotify() && Notification.permission === 'granted' && localStorage.getItem(wantedKey) === 'true';
}

/** Asks the browser for permission when it is wanted; true when notices will be shown. */
export async function setWantsNotices(wanted: boolean): Promise<boolean> {
  localStorage.setItem(wantedKey, String(wanted));
  if (wanted && canNotify() && Notification.permission !== 'granted') await Notification.requestPermission();
  return wantsNotices();
}

const mark = '● ';

/**
 * Tells of a job that has ended while the person looks elsewhere: by the tab's title and icon until they come back, and
 * by a notice of the system where they asked for one.
 */
export function tellOfEnd(jobId: string, text: string): void {
  if (!document.hidden) return;
  markTab();
  if (!wantsNotices()) return;
  const notice = new Notification(text, { tag: jobId, icon: '/icon-192.png' });
  notice.onclick = () => {
    window.focus();
    notice.close();
  };
}

function markTab(): void {
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  const usual = icon?.getAttribute('href');
  icon?.setAttribute('href', '/favicon-ended.svg');
  // The page renames the tab when it shows the results: the mark has to survive that.
  const titles = new MutationObserver(markTitle);
  const title = document.querySelector('title');
  if (title) titles.observe(title, { childList: true });
  markTitle();
  const back = (): void => {
    if (document.hidden) return;
    document.removeEventListener('visibilitychange', back);
    titles.disconnect();
    if (document.title.startsWith(mark)) document.title = document.title.slice(mark.length);
    if (usual) icon?.setAttribute('href', usual);
  };
  document.addEventListener('visibilitychange', back);
}

function markTitle(): void {
  if (!document.title.startsWith(mark)) document.title = mark + document.title;
}
