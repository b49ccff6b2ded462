// The grading desk's engine: hand-ins go in, marks come out, several at a time, each in a Python of its own.
import { loadCourse } from "../../assignment/load_course";
import { fetchManifest } from "../../python/runtime";
import { say } from "../../shared/words";
import { BadKey, type Key, missingItems, readKey } from "../files/answer_key";
import { filesInZip } from "../files/nested_zips";
import type { EditedNotebook } from "../files/notebook_cells";
import { MalformedFile } from "../files/submission";
import { isOfficeFile, isZip } from "../files/unzip";
import type { Item, Marked } from "../types";
import { runtimeName } from "./basis";
import { takeOver } from "./earlier_marks";
import { type GradingContext, gradeHandIn, type StagedHandIn, stageHandIn } from "./grade_submission";
import { KernelPool } from "./kernel_pool";
import { ReferenceKernel } from "./reference_kernel";
import { RunTurns } from "./run_turns";

export interface GradingOptions {
  /** What is graded; without it, all that is handed in and that the key knows. */
  items?: Item[] | undefined;
  /** Hand-ins side by side. */
  jobs?: number | undefined;
  /** Seconds that each exercise may run; as many as its file says, unless told otherwise. */
  limit_s?: number | undefined;
  /** What is graded of a notebook whose cells differ from its receipt; its cells, unless told otherwise. */
  edited?: EditedNotebook | undefined;
  /** ISO date and time after which a hand-in is late, by what its file says. */
  due?: string | null | undefined;
}

const MOST_JOBS = 8;

export interface PendingFile {
  name: string;
  read(): Promise<Uint8Array<ArrayBuffer>>;
}

/** Marks that are there already, by a hand-in's SHA-256; undefined if there are none. */
export type KnownMarks = (sha256: string) => Promise<Marked | undefined>;
const NO_MARKS: KnownMarks = () => Promise.resolve(undefined);

export class GradingEngine {
  readonly key: Key;
  private readonly queue: PendingFile[] = [];
  private readonly staged: StagedHandIn[] = [];
  private readonly done: Marked[] = [];
  private busy = 0;
  private staging = false;
  private opening = 0;
  private waiting: (() => void)[] = [];
  private readonly fresh = new WeakSet<Marked>();
  private readonly given = new Map<string, Marked>();

  private constructor(
    private readonly desk: GradingContext,
    private readonly jobs: number,
    private readonly known: KnownMarks,
    private readonly earlier: KnownMarks,
  ) {
    this.key = desk.key;
  }

  /**
   * Make a desk ready. What is `known` is not graded again; of what was graded `earlier`, with another key or other
   * points, only those exercises are run whose marks rest on something that has changed.
   * @throws Error with a sentence: a key that is none, items that it lacks, no Python
   */
  static async open(
    given: unknown,
    how: GradingOptions,
    known: KnownMarks = NO_MARKS,
    earlier: KnownMarks = NO_MARKS,
  ): Promise<GradingEngine> {
    const key = readKey(given);
    const lacking = missingItems(how.items ?? [], key);
    if (lacking.length) throw new BadKey(say("desk.key-lacks", { ids: lacking.slice(0, 10).join(", ") }));
    const jobs = Math.max(1, Math.min(MOST_JOBS, Math.round(how.jobs ?? defaultJobs())));
    const manifest = await fetchManifest();
    const reference = new ReferenceKernel(manifest, key);
    if (key.exercises.size) await reference.start(); // texts and questions need no Python
    const pool = new KernelPool(manifest, jobs);
    const course = await loadCourse();
    const desk: GradingContext = {
      key,
      pool,
      reference,
      items: how.items,
      limit_s: how.limit_s === undefined ? undefined : Math.max(1, how.limit_s),
      turns: new RunTurns(),
      runtime: runtimeName(manifest),
      build: course?.build ?? "",
      edition: course?.edition ?? "",
      due: how.due ?? undefined,
      edited: how.edited === "receipt" ? "receipt" : "cells",
    };
    return new GradingEngine(desk, jobs, known, earlier);
  }

  /** Whether it was graded here and now, not known before. */
  made = (marked: Marked): boolean => this.fresh.has(marked);

  /** Hand-ins that are not marked yet. */
  get left(): number {
    return this.queue.length + this.staged.length + this.busy + this.opening + (this.staging ? 1 : 0);
  }

  /**
   * Take a receipt, a notebook with one, or a ZIP of them, and perhaps the marks that the same file got earlier; the
   * number of hand-ins found in it.
   */
  async add(name: string, bytes: Uint8Array<ArrayBuffer>, earlier?: Marked): Promise<number> {
    if (earlier?.sha256) this.given.set(earlier.sha256, earlier);
    if (!isZip(bytes) || isOfficeFile(name)) return this.put([{ name, read: () => Promise.resolve(bytes) }]);
    this.opening += 1;
    const found = await filesInZip(name, bytes).catch((error: Error) => [
      { name, read: () => Promise.reject<Uint8Array<ArrayBuffer>>(error) },
    ]);
    this.opening -= 1;
    return this.put(found);
  }

  /** Take files that are read only when their turn comes. */
  offer(found: PendingFile[]): number {
    return this.put(found);
  }

  /** The next marked hand-ins, at most so many; waits for one, and gives none only when none is left. */
  async next(most: number): Promise<Marked[]> {
    while (!this.done.length && this.left) await new Promise<void>((then) => this.waiting.push(then));
    return this.done.splice(0, Math.max(1, most));
  }

  close(): void {
    this.queue.length = this.staged.length = 0;
    this.desk.pool.close();
    this.desk.reference.close();
    this.wake();
  }

  private put(found: PendingFile[]): number {
    this.queue.push(...found);
    void this.pump();
    return found.length;
  }

  /** Read a little ahead of what is being marked, so that the Pythons that are wanted next are made ready meanwhile. */
  private async pump(): Promise<void> {
    if (this.staging) return;
    this.staging = true;
    while (this.queue.length && this.staged.length < 2 * this.jobs) await this.stageOne(this.queue.shift()!);
    this.staging = false;
    while (this.staged.length && this.busy < this.jobs) this.begin(this.staged.shift()!);
    this.desk.pool.plan(this.staged.map(({ bundles }) => bundles));
    this.wake();
  }

  private async stageOne({ name, read }: PendingFile): Promise<void> {
    const bytes = await read().catch((error: Error) => error);
    const nested = !(bytes instanceof Error) && isZip(bytes);
    const why = isOfficeFile(name) ? "desk.file-office" : "desk.zip-nested";
    const ready = await stageHandIn(this.desk, name, nested ? new MalformedFile(say(why)) : bytes);
    const { sha256 } = ready.marked;
    const before = sha256 ? await this.known(sha256) : undefined;
    if (before) return this.finish({ ...before, file: name });
    const earlier = ready.work.length ? (this.given.get(sha256) ?? (await this.earlier(sha256))) : undefined;
    this.given.delete(sha256);
    if (earlier) takeOver(this.desk, ready, earlier);
    if (ready.work.length) this.staged.push(ready);
    else {
      this.fresh.add(ready.marked);
      this.finish(ready.marked);
    }
  }

  private begin(next: StagedHandIn): void {
    this.busy += 1;
    void gradeHandIn(this.desk, next).then((marked) => {
      this.fresh.add(marked);
      this.busy -= 1;
      this.finish(marked);
      void this.pump();
    });
  }

  private finish(marked: Marked): void {
    this.done.push(marked);
    this.wake();
  }

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const one of waiting) one();
  }
}

/** Two, but one on a device that says it has one core. */
const defaultJobs = (): number => Math.min(2, navigator.hardwareConcurrency || 2);
