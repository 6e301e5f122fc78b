/** So often can a person see something change; more would only keep the page from answering. */
const pauseMs = 100;

/**
 * Collects values and hands them over with a frame, at most ten times a second: a burst of a thousand events is one
 * update. A hidden tab draws no frames, so there a timer does it.
 */
export class FrameBatch<T> {
  private pending: T[] = [];
  private frame = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private delivered = -Infinity;
  private readonly deliver: (values: readonly T[]) => void;

  constructor(deliver: (values: readonly T[]) => void) {
    this.deliver = deliver;
  }

  add(value: T): void {
    this.pending.push(value);
    if (this.pending.length > 1) return;
    const wait = Math.max(0, this.delivered + pauseMs - performance.now());
    if (wait > 0) this.timer = setTimeout(this.schedule, wait);
    else this.schedule();
  }

  /** Forgets what was not handed over yet. */
  clear(): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
    this.pending = [];
  }

  private readonly schedule = (): void => {
    // Both: the tab may be hidden between now and the next frame.
    this.frame = requestAnimationFrame(this.flush);
    this.timer = setTimeout(this.flush, 250);
  };

  private readonly flush = (): void => {
    const values = this.pending;
    this.clear();
    this.delivered = performance.now();
    this.deliver(values);
  };
}
