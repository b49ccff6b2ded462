// The learner's work on one exercise or cell, kept in this browser at every change; no tab overwrites another's.

import { change, dropSlip, get, leaveSlip, TAB, takeSlips, watch } from "../../shared/store";
import type { Kept, RunKept } from "../types";
import { reached, setAside, settle, sound, together } from "./saved_code";

const PAUSE_MS = 200;

export class Keeper {
  /** What another tab has kept in place of this one's, until the learner chooses. */
  other: Kept | undefined;
  /** Called when `other` has come, changed or gone. */
  onOther: () => void = () => undefined;
  /** Called when hints or runs have come from another tab, or a run has been added. */
  onReached: () => void = () => undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private queue: Promise<void> = Promise.resolve();
  private writing = 0;

  private constructor(
    private readonly key: string,
    readonly work: Kept,
    /** The exercise's present version: what is done from now on is done with it. */
    private readonly version: string | undefined,
  ) {
    // A phone may end a hidden page without another word.
    addEventListener("pagehide", () => this.leave());
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.leave());
    watch(key, () => this.heard());
  }

  /** What was kept under `key`, or a fresh start. */
  static async open(key: string, starter: string, version?: string): Promise<Keeper> {
    const fresh: Kept = { code: starter, starter, hints: 0, tried: [], passed: false, revision: 0, by: TAB, runs: [] };
    let kept = sound(await get(key));
    const slips = takeSlips(key).flatMap((slip) => sound(slip) ?? []);
    for (const slip of slips) kept = settle(kept, slip).kept;
    // Untouched work is no work: it follows the course.
    const work = kept && kept.code === kept.starter ? { ...kept, code: starter, starter } : (kept ?? fresh);
    const keeper = new Keeper(key, work, version);
    if (slips.length) keeper.keep({});
    return keeper;
  }

  /** Keep `changes`, soon. */
  keep(changes: Partial<Kept>): void {
    Object.assign(this.work, changes);
    if (this.version && ("code" in changes || "starter" in changes)) this.work.version = this.version;
    this.timer ??= setTimeout(() => this.flush(), PAUSE_MS);
  }

  /** Remember a run of `code` and how it went. */
  ran(code: string, how: RunKept["how"], status: string): void {
    const run: RunKept = { code, at: new Date().toISOString(), how, status };
    this.keep({ code: this.work.code, runs: together([run], this.work.runs) });
    this.onReached();
  }

  /** Set the present code aside among the runs, before another takes its place. */
  aside(): void {
    this.keep({ runs: setAside(this.work.runs, this.work.code, this.work.starter) });
    this.onReached();
  }

  /** Let this tab's code stand (the other's is set aside), or take the other's; returns the code that now stands. */
  choose(which: "mine" | "theirs"): string {
    const { other, work } = this;
    if (!other) return work.code;
    const aside = which === "mine" ? other : work;
    const runs = setAside(together(work.runs, other.runs), aside.code, aside.starter);
    const { code, starter, undo, variant } = which === "mine" ? work : other;
    this.other = undefined;
    this.keep({ ...reached(work, other), code, starter, undo, variant, runs, revision: other.revision });
    this.onReached();
    return code;
  }

  private leave(): void {
    // What is still being written when the page ends is written once more.
    if (this.timer === undefined && !this.writing) return;
    leaveSlip(this.key, { ...this.work, by: TAB });
    this.flush();
  }

  /** Keep what waits, now. */
  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing += 1;
    this.queue = this.queue.then(async () => {
      let clash = false;
      const { value } = await change<unknown>(this.key, (stored) => {
        const made = settle(sound(stored), { ...this.work, by: TAB });
        clash = made.clash;
        return made.kept;
      });
      this.writing -= 1;
      if (!this.writing && this.timer === undefined) dropSlip(this.key);
      this.meet(value as Kept, clash);
    });
  }

  private heard(): void {
    // Behind this tab's own writing, so that what it is about to keep counts as its own.
    this.queue = this.queue.then(async () => {
      const stored = sound(await get(this.key));
      if (stored)
        this.meet(
          stored,
          stored.by !== TAB && stored.revision !== this.work.revision && stored.code !== this.work.code,
        );
    });
  }

  /** Take over what `stored` has reached; where its code is another tab's, leave the choice to the learner. */
  private meet(stored: Kept, clash: boolean): void {
    const before = JSON.stringify([this.work.hints, this.work.runs]);
    Object.assign(this.work, reached(this.work, stored));
    if (!clash) this.work.revision = Math.max(this.work.revision, stored.revision);
    const had = this.other;
    this.other = clash ? stored : undefined;
    if (had?.code !== this.other?.code) this.onOther();
    if (before !== JSON.stringify([this.work.hints, this.work.runs])) this.onReached();
  }
}
