// The learner's work on one exercise or cell, kept in this browser at every change; no tab overwrites another's.

import { clearPendingWrite, savePendingWrite, TAB } from "../../shared/pending_writes";
import { get, readMerged, update } from "../../shared/store";
import { markUnsaved, onSaveRequest, watchKey } from "../../shared/tabs";
import type { SavedCode, SavedRun } from "../types";
import {
  mergePending,
  mergeProgress,
  mergeRuns,
  mergeSaved,
  parseSavedCode,
  replaceCode,
  resolveClash,
  setAside,
} from "./saved_code";

const PAUSE_MS = 200;

export class Autosave {
  /** What another tab has kept in place of this one's, until the learner chooses. */
  conflicting: SavedCode | undefined;
  /** Called when `other` has come, changed or gone. */
  onConflict: () => void = () => undefined;
  /** Called when hints or runs have come from another tab, or a run has been added. */
  onProgress: () => void = () => undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private queue: Promise<void> = Promise.resolve();
  private writing = 0;
  /** Whether runs wait to be kept: else a pending write is spared them. */
  private runsPending = false;

  private constructor(
    private readonly key: string,
    readonly work: SavedCode,
    /** The exercise's present version: what is done from now on is done with it. */
    private readonly version: string | undefined,
  ) {
    // A phone may end a hidden page without another word.
    addEventListener("pagehide", () => this.saveBeforeUnload());
    document.addEventListener(
      "visibilitychange",
      () => document.visibilityState === "hidden" && this.saveBeforeUnload(),
    );
    watchKey(key, () => this.onOtherTab());
    onSaveRequest(async () => {
      this.saveBeforeUnload();
      await this.queue;
    });
  }

  /** What was kept under `key`, or a fresh start. */
  static async open(key: string, starter: string, version?: string): Promise<Autosave> {
    const fresh: SavedCode = {
      code: starter,
      starter,
      hints: 0,
      tried: [],
      passed: false,
      revision: 0,
      by: TAB,
      runs: [],
    };
    const kept = parseSavedCode(await readMerged(key, mergePending));
    // Untouched work is no work: it follows the course.
    const work = kept && kept.code === kept.starter ? { ...kept, code: starter, starter } : (kept ?? fresh);
    return new Autosave(key, work, version);
  }

  /** Keep `changes`: noted now, put away soon. */
  save(changes: Partial<SavedCode>): void {
    Object.assign(this.work, changes);
    if (this.version && ("code" in changes || "starter" in changes)) this.work.version = this.version;
    this.runsPending ||= "runs" in changes;
    // Where nothing can be noted, nothing waits.
    if (this.savePending()) this.timer ??= setTimeout(() => this.flush(), PAUSE_MS);
    else this.flush();
  }

  /** Note at once what is still to be kept: the page may end within this very moment. */
  private savePending(): boolean {
    return savePendingWrite(this.key, { ...this.work, by: TAB, runs: this.runsPending ? this.work.runs : [] });
  }

  /** Remember a run of `code` and how it went. */
  recordRun(code: string, how: SavedRun["how"], status: string): void {
    const run: SavedRun = { code, at: new Date().toISOString(), how, status };
    this.save({ code: this.work.code, runs: mergeRuns([run], this.work.runs) });
    this.onProgress();
  }

  /** Set the present code aside among the runs, before another takes its place. */
  setAside(): void {
    this.save({ runs: setAside(this.work.runs, this.work.code, this.work.starter) });
    this.onProgress();
  }

  /** Let `code` stand, with `undo` to be brought back: what stood here is set aside, so that no second reset loses it. */
  replaceCode(code: string, undo: string | undefined): void {
    this.save(replaceCode(this.work, code, undo));
    this.onProgress();
  }

  /** Let this tab's code stand (the other's is set aside), or take the other's; returns the code that now stands. */
  resolveConflict(which: "mine" | "theirs"): string {
    const { conflicting: other, work } = this;
    if (!other) return work.code;
    this.conflicting = undefined;
    this.save(resolveClash(work, other, which));
    this.onProgress();
    return work.code;
  }

  private saveBeforeUnload(): void {
    if (this.timer !== undefined) this.flush();
  }

  /** Keep what waits, now. */
  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing += 1;
    this.queue = this.queue.then(async () => {
      let clash = false;
      const { where, value } = await update<unknown>(this.key, (stored) => {
        const made = mergeSaved(parseSavedCode(stored), { ...this.work, by: TAB });
        clash = made.clash;
        return made.kept;
      });
      this.writing -= 1;
      if (where === "session") {
        this.runsPending = true;
        if (this.savePending()) markUnsaved(this.key, undefined);
      } else if (!this.writing && this.timer === undefined) {
        this.runsPending = false;
        clearPendingWrite(this.key);
      }
      this.takeOver(value as SavedCode, clash);
    });
  }

  private onOtherTab(): void {
    // Behind this tab's own writing, so that what it is about to keep counts as its own.
    this.queue = this.queue.then(async () => {
      const stored = parseSavedCode(await get(this.key));
      if (stored)
        this.takeOver(
          stored,
          stored.by !== TAB && stored.revision !== this.work.revision && stored.code !== this.work.code,
        );
    });
  }

  /** Take over what `stored` has reached; where its code is another tab's, leave the choice to the learner. */
  private takeOver(stored: SavedCode, clash: boolean): void {
    const before = JSON.stringify([this.work.hints, this.work.runs]);
    Object.assign(this.work, mergeProgress(this.work, stored));
    if (!clash) this.work.revision = Math.max(this.work.revision, stored.revision);
    const had = this.conflicting;
    this.conflicting = clash ? stored : undefined;
    if (had?.code !== this.conflicting?.code) this.onConflict();
    if (before !== JSON.stringify([this.work.hints, this.work.runs])) this.onProgress();
  }
}
