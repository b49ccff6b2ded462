// How fast a run may speak to its page. What comes faster than the page can show it would stand before its own "Stop"
// and time limit; a worker that shares no memory with its page learns nothing of it meanwhile, so it waits by itself.

/** Messages that may go at once, and how many more a second after that. */
export const BURST = 200;
export const PER_SECOND = 200;
/** A message counts as one more for so many characters or bytes. */
export const LENGTH = 10_000;

export class Pace {
  private left = BURST;
  private last: number;

  /** `now`: milliseconds of a clock that only goes on. */
  constructor(private readonly now: () => number) {
    this.last = now();
  }

  /** Return once a message of `length` may go. One larger than a whole burst waits as long as it would take to fill it. */
  wait(length: number): void {
    const cost = Math.min(BURST, 1 + length / LENGTH);
    for (;;) {
      const now = this.now();
      this.left = Math.min(BURST, this.left + ((now - this.last) / 1000) * PER_SECOND);
      this.last = now;
      if (this.left >= cost) break;
    }
    this.left -= cost;
  }
}
