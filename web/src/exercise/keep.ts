// The learner's work on one exercise, kept in this browser at every change.
import { get, put, putLast } from "../store";
import type { Kept } from "./types";

const PAUSE_MS = 200;

export class Keeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private said = false;
  private writing = 0;

  private constructor(
    private readonly key: string,
    readonly work: Kept,
    private readonly onSessionOnly: () => void,
  ) {
    // A phone may end a hidden page without another word.
    addEventListener("pagehide", () => this.flush(putLast));
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.flush(putLast));
  }

  /** What was kept, or a fresh start. `onSessionOnly` is called once if this browser keeps nothing past this tab. */
  static async open(id: string, starter: string, onSessionOnly: () => void): Promise<Keeper> {
    const key = `exercise/${id}`;
    const fresh: Kept = { code: starter, starter, hints: 0, tried: [], passed: false };
    const kept = await get<Partial<Kept>>(key);
    // Untouched work is no work: it follows the course.
    const work = kept && kept.code !== kept.starter ? { ...fresh, ...kept } : { ...fresh, ...kept, code: starter, starter };
    return new Keeper(key, work, onSessionOnly);
  }

  /** Keep `changes`, soon. */
  keep(changes: Partial<Kept>): void {
    Object.assign(this.work, changes);
    this.timer ??= setTimeout(() => this.flush(), PAUSE_MS);
  }

  /** Keep what waits, now. */
  private flush(keep = put): void {
    // What is still being written when the page ends is written once more.
    if (this.timer === undefined && !(this.writing && keep === putLast)) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing += 1;
    void keep(this.key, { ...this.work }).then((where) => {
      this.writing -= 1;
      if (where === "session" && !this.said) this.onSessionOnly();
      this.said ||= where === "session";
    });
  }
}

/** A short name for a piece of code, the same for codes that differ in blanks at line ends only. */
export function fingerprint(code: string): string {
  let hash = 5381;
  for (const letter of code.replace(/[ \t]+$/gm, "").trim()) hash = ((hash * 33) ^ (letter.codePointAt(0) ?? 0)) >>> 0;
  return hash.toString(36);
}
