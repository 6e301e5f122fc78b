/**
 * Collects values and hands them over once a frame: a burst of a thousand events is one update. A hidden tab draws no
 * frames, so there a timer does it.
 */
export class FrameBatch<T> {
  private pending: T[] = [];
  private frame = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly deliver: (values: readonly T[]) => void;

  constructor(deliver: (values: readonly T[]) => void) {
    this.deliver = deliver;
  }

  add(value: T): void {
    this.pending.push(value);
    if (this.pending.length > 1) return;
    // Both: the tab may be hidden between now and the next frame.
    this.frame = requestAnimationFrame(this.flush);
    this.timer = setTimeout(this.flush, 250);
  }

  /** Forgets what was not handed over yet. */
  clear(): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
    this.pending = [];
  }

  private readonly flush = (): void => {
    const values = this.pending;
    this.clear();
    this.deliver(values);
  };
}
