// Names to complete, asked of the worker one request at a time: a newer request makes the older one void.
import type { Completion } from "./protocol";

/** Milliseconds in which the names have to come: nobody waits longer for them. */
const COMPLETION_LIMIT_MS = 2_000;

export class CompletionRequests {
  private waiting: { id: number; resolve(names: Completion[]): void } | undefined;

  /** The names for the request `id`, which `post` sends; none if they do not come soon. */
  ask(id: number, post: () => void): Promise<Completion[]> {
    return new Promise((resolve) => {
      this.waiting?.resolve([]);
      this.waiting = { id, resolve };
      setTimeout(() => resolve([]), COMPLETION_LIMIT_MS);
      post();
    });
  }

  answer(id: number, names: Completion[]): void {
    if (this.waiting?.id === id) this.waiting.resolve(names);
  }
}
