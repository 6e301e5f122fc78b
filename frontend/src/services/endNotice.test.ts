import { beforeEach, describe, expect, it, vi } from 'vitest';
import { setWantsNotices, tellOfEnd, wantsNotices } from './endNotice';

let shown: string[];
let permission: NotificationPermission;

/** The system's notices, which remember what they were asked to show. */
class Notices {
  readonly text: string;
  static get permission(): NotificationPermission {
    return permission;
  }
  static requestPermission(): Promise<NotificationPermission> {
    permission = 'granted';
    return Promise.resolve(permission);
  }
  constructor(text: string) {
    this.text = text;
    shown.push(text);
  }
}

function hide(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
  shown = [];
  permission = 'default';
  vi.stubGlobal('Notification', Notices);
  document.title = 'Reviewing';
  return () => {
    hide(false);
    Reflect.deleteProperty(document, 'hidden');
  };
});

describe('the end of a job', () => {
  it('is told by the system only to those who asked for it', async () => {
    hide(true);
    tellOfEnd('1', 'Completed');
    expect(shown).toEqual([]);
    expect(await setWantsNotices(true)).toBe(true);
    tellOfEnd('1', 'Completed');
    expect(shown).toEqual(['Completed']);
    await setWantsNotices(false);
    expect(wantsNotices()).toBe(false);
  });

  it('is told to nobody who is looking', async () => {
    await setWantsNotices(true);
    hide(false);
    tellOfEnd('1', 'Completed');
    expect(shown).toEqual([]);
    expect(document.title).toBe('Reviewing');
  });

  it('marks the tab until the person is back, whatever the page is called meanwhile', async () => {
    hide(true);
    tellOfEnd('1', 'Completed');
    document.title = 'Results';
    await vi.waitFor(() => expect(document.title).toBe('● Results'));
    hide(false);
    expect(document.title).toBe('Results');
  });

  it('is not told where it was forbidden', async () => {
    permission = 'denied';
    expect(await setWantsNotices(true)).toBe(false);
  });
});
