// One hand-in from its bytes to its marks.

import { bundlesFor, importedPackages } from "../../python/bundles";
import type { Kernel } from "../../python/kernel";
import { say } from "../../shared/words";
import { fingerprints } from "../export";
import type { Entry, Key } from "../files/answer_key";
import type { EditedNotebook } from "../files/notebook_cells";
import { sha256 } from "../files/sha256";
import { type HandIn, MAX_BYTES, MalformedFile, readHandIn, type SubmittedCode } from "../files/submission";
import { futureStamp } from "../late/future_stamp";
import type { Item, Marked, Result } from "../types";
import { basisOf } from "./basis";
import { endKernel, type KernelPool } from "./kernel_pool";
import { type Marking, makeResult, markExercise, warmUp } from "./mark_exercise";
import { markQuestion } from "./mark_question";
import { otherBuild } from "./other_build";
import type { ReferenceKernel } from "./reference_kernel";
import type { RunTurns } from "./run_turns";
import { noteSigns } from "./tampering_signs";

/** How much longer an exercise that timed out may run the second time, alone. */
const ALONE_FACTOR = 3;
/** What does not end when it runs alone either does not end. After this many of one hand-in no more is tried twice. */
const MOST_ENDLESS = 3;

export interface GradingContext {
  key: Key;
  pool: KernelPool;
  reference: ReferenceKernel;
  items: Item[] | undefined;
  /** Seconds that each exercise may run; undefined: as many as its file says. */
  limit_s: number | undefined;
  turns: RunTurns;
  /** Of the Python that marks (see basis.ts). */
  runtime: string;
  /** Of the site as it is: what was made with another is said. */
  build: string;
  edition: string;
  due: string | undefined;
  edited: EditedNotebook;
}

export interface StagedHandIn {
  marked: Marked;
  /** What is to be run, in the order of the file; empty where nothing is. */
  work: { entry: Entry; written: SubmittedCode }[];
  bundles: string[];
}

/** Read a hand-in as far as it goes without running any of it. */
export async function stageHandIn(
  desk: GradingContext,
  file: string,
  bytes: Uint8Array<ArrayBuffer> | Error,
): Promise<StagedHandIn> {
  const marked: Marked = {
    ...{ file, sha256: "", alias: "", saved: "", status: "malformed", notes: [], flags: [] },
    ...{ exercises: {}, questions: {}, predictions: {}, texts: {}, prints: {}, seconds: 0 },
  };
  const idle = { marked, work: [], bundles: [] };
  if (bytes instanceof Error) {
    marked.notes.push(bytes.message);
    return idle;
  }
  marked.sha256 = await sha256(bytes);
  if (bytes.length > MAX_BYTES) {
    marked.status = "too-big";
    marked.notes.push(say("desk.too-big", { most: MAX_BYTES / 1e6 }));
    return idle;
  }
  let read: HandIn;
  try {
    read = readHandIn(bytes, desk.edited);
  } catch (error) {
    marked.notes.push(error instanceof MalformedFile ? error.message : say("desk.file-other"));
    return idle;
  }
  const { alias, seed, saved, notes, flags } = read;
  Object.assign(marked, {
    alias,
    ...(seed !== undefined && { seed }),
    saved,
    notes,
    flags,
    status: "read",
    ...(desk.edited === "receipt" && { edited: "receipt" }),
  });
  marked.predictions = Object.fromEntries(read.predictions);
  marked.texts = Object.fromEntries(read.texts);
  noteCircumstances(desk, read, notes);
  flags.push(...futureStamp(saved, Date.now()));
  markQuestions(desk, read, marked);
  const work = stageExercises(desk, read, marked);
  const packages = work.flatMap(({ entry, written }) => [...entry.packages, ...importedPackages(written.code)]);
  return { marked, work, bundles: bundlesFor(packages) };
}

function noteCircumstances({ build, edition, due, key }: GradingContext, read: HandIn, notes: string[]): void {
  const other = otherBuild({ build, edition }, key, read);
  if (other) notes.push(other);
  if (due && read.saved && Date.parse(read.saved) > Date.parse(due)) notes.push(say("desk.late"));
  const lacking = [...read.exercises.keys()].filter((id) => !key.exercises.has(id));
  const unasked = [...read.questions.keys()].filter((id) => !key.questions.has(id));
  const unknown = [...lacking, ...unasked];
  if (unknown.length) notes.push(say("desk.unknown", { ids: unknown.slice(0, 10).join(", "), n: unknown.length }));
}

/** The ids of a kind that are to be graded: what was assigned, or else what was handed in and the key knows. */
function wantedIds(items: Item[] | undefined, kind: Item["kind"], there: Iterable<string>): string[] {
  return items ? items.filter((item) => item.kind === kind).map(({ id }) => id) : [...there];
}

function markQuestions({ key, items }: GradingContext, read: HandIn, marked: Marked): void {
  for (const id of wantedIds(items, "question", read.questions.keys())) {
    const question = key.questions.get(id);
    if (question) marked.questions[id] = markQuestion(question, read.questions.get(id), read.variants.get(id));
  }
}

function stageExercises({ key, items }: GradingContext, read: HandIn, marked: Marked): StagedHandIn["work"] {
  return wantedIds(items, "exercise", read.exercises.keys()).flatMap((id) => {
    const entry = key.exercises.get(id);
    if (!entry) return [];
    const written = read.exercises.get(id);
    if (written?.code.trim()) return [{ entry, written }];
    const malformed = read.exercises.has(id) && !written;
    marked.exercises[id] = malformed
      ? makeResult("malformed", 0, say("desk.exercise-malformed"))
      : makeResult("blank", 0, "");
    return [];
  });
}

/** Run and judge what was staged. It never rejects: what goes wrong stands in the result. */
export async function gradeHandIn(
  desk: GradingContext,
  { marked, work, bundles: needs }: StagedHandIn,
): Promise<Marked> {
  const began = performance.now();
  let kernel: Kernel | undefined;
  const drop = (): void => {
    if (kernel && !kernel.ended) endKernel(kernel);
    if (kernel) desk.pool.ended();
    kernel = undefined;
  };
  const fresh = async (place: number): Promise<Kernel> => {
    drop();
    kernel = await desk.pool.take(needs);
    await warmUp(work.slice(place), desk.reference, kernel);
    return kernel;
  };
  try {
    let endless = 0;
    for (const [place, { entry, written }] of work.entries()) {
      const run = async (limit_s: number): Promise<Marking> => {
        const ready = kernel && !kernel.ended ? kernel : await fresh(place);
        return markExercise(entry, written, desk.reference, ready, limit_s);
      };
      const limit_s = desk.limit_s ?? entry.limit_s;
      let found = await desk.turns.beside(() => run(limit_s));
      if (found.again) found = await desk.turns.beside(() => run(limit_s));
      // The limit is of the wall clock, which also counts what other programs take: what was too slow for it is run
      // once more with nothing of ours beside it and three times as long.
      if (found.result.outcome === "timeout" && endless < MOST_ENDLESS) {
        found = await desk.turns.byItself(() => run(ALONE_FACTOR * limit_s));
        if (found.result.outcome === "timeout") endless += 1;
      }
      const result = withRemarks(marked, entry, written, found.result, found.damaged);
      const basis = basisOf(desk, entry.id);
      marked.exercises[entry.id] = { ...result, ...(basis !== undefined && { basis }) };
      marked.prints[entry.id] = fingerprints(written.code);
    }
  } catch (error) {
    marked.status = "failed";
    marked.notes.push(say("desk.failed", { why: String((error as Error).message) }));
  } finally {
    drop();
  }
  marked.seconds = Math.round(performance.now() - began) / 1000;
  return marked;
}

/** The result with what a person should know of it: another version, a claim that does not hold, signs of tampering. */
function withRemarks(marked: Marked, entry: Entry, written: SubmittedCode, result: Result, damaged: boolean): Result {
  const grave = noteSigns(marked, entry, written);
  if (damaged) marked.flags.push(say("desk.damaged", { id: entry.id }));
  const notes = [...result.notes];
  if (written.version && written.version !== entry.version) notes.push(say("desk.other-version", { id: entry.id }));
  if (written.passed && result.share < 1) notes.push(say("desk.claims", { id: entry.id }));
  const tampered = damaged || grave;
  const outcome = tampered && ["wrong", "partly", "error"].includes(result.outcome) ? "suspicious" : result.outcome;
  return { ...result, outcome, notes };
}
