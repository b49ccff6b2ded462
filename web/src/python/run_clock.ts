// One run as the page sees it: who hears of it, and how much of its time is left.
import type { Outcome, Output, Question } from "./protocol";

/** What is told of a run. */
export interface RunListener {
  output(o: Output): void;
  /** Its time begins. */
  begun(): void;
  ask(question: Question): Promise<string | null>;
}

export class TimedRun {
  /** What came of it, once it has ended; Python is then tried. */
  outcome: Outcome | undefined;
  private left: number;
  private since = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly id: number,
    readonly seconds: number,
    readonly on: RunListener,
    private readonly ended: (outcome: Outcome) => void,
  ) {
    this.left = seconds * 1000;
  }

  /** Call `over` after so many milliseconds, unless something else comes first. */
  startTimeout(milliseconds: number, over: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(over, Math.max(0, milliseconds));
  }

  /** Let its own time go on; `over` is called once that is used up. */
  resume(over: () => void): void {
    this.since = performance.now();
    this.startTimeout(this.left, over);
  }

  /** Nobody's time runs while the learner thinks. */
  pause(): void {
    clearTimeout(this.timer);
    this.left -= performance.now() - this.since;
  }

  end(outcome: Outcome): void {
    clearTimeout(this.timer);
    this.ended(outcome);
  }
}
