/** A socket that the test speaks through. */
export class LiveSocket extends EventTarget {
  static readonly OPEN = 1;
  static last: LiveSocket | null = null;
  constructor() {
    super();
    LiveSocket.last = this;
  }
  close(): void {
    return;
  }
  tell(...frames: string[]): void {
    for (const data of frames) this.dispatchEvent(new MessageEvent('message', { data }));
  }
}
