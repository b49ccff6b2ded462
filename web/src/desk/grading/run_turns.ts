// Who may run code now: several side by side, or one alone. Turns are given in the order in which they were asked for.

interface Waiting {
  alone: boolean;
  start(): void;
}

export class RunTurns {
  private running = 0;
  private alone = false;
  private readonly waiting: Waiting[] = [];

  /** Run `work` beside others. */
  beside<T>(work: () => Promise<T>): Promise<T> {
    return this.turn(false, work);
  }

  /** Run `work` once nothing else runs; what is asked for meanwhile waits for its end. */
  byItself<T>(work: () => Promise<T>): Promise<T> {
    return this.turn(true, work);
  }

  private async turn<T>(alone: boolean, work: () => Promise<T>): Promise<T> {
    await new Promise<void>((start) => {
      this.waiting.push({ alone, start });
      this.admit();
    });
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.alone = false;
      this.admit();
    }
  }

  private admit(): void {
    for (let next = this.waiting[0]; next && !this.alone && (!next.alone || !this.running); next = this.waiting[0]) {
      this.waiting.shift();
      this.running += 1;
      this.alone = next.alone;
      next.start();
    }
  }
}
