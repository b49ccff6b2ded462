// What widgets ask of Python: each call has its own outputs, and as much time as a run.
import type { CallHandlers } from "./widget_channel";

/** Seconds that a callback may take once it has begun; longer, and its worker is ended. */
export const CALL_LIMIT_S = 10;

export class WidgetCalls {
  private readonly waiting = new Map<number, CallHandlers>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly late: () => void) {}

  get busy(): boolean {
    return this.waiting.size > 0;
  }

  has(id: number): boolean {
    return this.waiting.has(id);
  }

  add(id: number, answer: CallHandlers): void {
    this.waiting.set(id, answer);
  }

  get(id: number): CallHandlers | undefined {
    return this.waiting.get(id);
  }

  began(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.late, CALL_LIMIT_S * 1000);
  }

  done(id: number): void {
    clearTimeout(this.timer);
    const answer = this.waiting.get(id);
    this.waiting.delete(id);
    answer?.done();
  }

  end(): void {
    clearTimeout(this.timer);
    for (const answer of this.waiting.values()) answer.done();
    this.waiting.clear();
  }
}
