// The Python that knows what is right. No learner's code ever enters it: it draws cases, and judges answers that are text.
import { bundlesFor } from "../../python/bundles";
import type { Kernel } from "../../python/kernel";
import type { Manifest } from "../../python/messages";
import type { Outcome } from "../../python/protocol";
import { type Entry, isRecord, type Key } from "../files/answer_key";
import { nesting } from "../files/json_depth";
import { endKernel, startKernel } from "./kernel_pool";

const CASES_S = 60;
const JUDGE_S = 20;
/** Much: a mistake that never ends is its author's fault, and a busy machine is nobody's. */
const MISTAKES_S = 120;
const MAX_DEPTH = 60;

/** Why an exercise of the key can't be marked. */
export class UnusableExercise extends Error {}

export interface Verdict {
  of: number;
  right: number;
  /** Answered right, and not counted: nothing is answered otherwise than the untouched starter answers it. */
  idle: number;
  /** Calls that raised, or whose answer has no plain form; and what the first of them said. */
  failed: number;
  error: string;
  first?: { case: number; where: string; call: string; right: string; given: string };
}

export class ReferenceKernel {
  private kernel: Promise<Kernel> | undefined;
  private asked = new Map<string, Promise<Record<string, unknown>>>();
  /** What the planned mistakes of these could not be told for in time: it is not tried again. */
  private readonly untold = new Set<string>();
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly manifest: Manifest,
    private readonly key: Key,
  ) {}

  /** Start it, so that what is missing is known before anything is marked. */
  async start(): Promise<void> {
    await this.started();
  }

  private started(): Promise<Kernel> {
    this.kernel ??= startKernel(this.manifest);
    return this.kernel;
  }

  /** What a learner's Python needs to be asked; the same for everyone with this variant. @throws Unusable */
  cases(entry: Entry, variant: number): Promise<Record<string, unknown>> {
    const name = `${entry.id}/${variant}`;
    let found = this.asked.get(name);
    if (!found) {
      const task = { task: "cases" as const, limit_s: CASES_S, entry, variant, secret: this.key.secret };
      found = this.ask(task, bundlesFor(entry.packages)).then(({ status, result }) => {
        if (status !== "ok" || !isRecord(result))
          throw new UnusableExercise(typeof result === "string" ? result : entry.id);
        return result;
      });
      this.asked.set(name, found);
    }
    return found;
  }

  /** How `answers` fare; undefined if they are no answers. */
  async judge(entry: Entry, variant: number, answers: string): Promise<Verdict | undefined> {
    if (nesting(answers).deepest > MAX_DEPTH) return undefined;
    const result = await this.askAbout("judge", JUDGE_S, entry, variant, answers);
    return isRecord(result) ? (result as unknown as Verdict) : undefined;
  }

  /** The planned mistakes of the exercise that `answers` show, by name; none if that cannot be told. */
  async mistakes(entry: Entry, variant: number, answers: string): Promise<string[]> {
    const name = `${entry.id}/${variant}`;
    if (!entry.mistaken || this.untold.has(name)) return [];
    const result = await this.askAbout("mistaken", MISTAKES_S, entry, variant, answers);
    if (isRecord(result) && Array.isArray(result.mistakes)) return result.mistakes.map(String);
    this.untold.add(name);
    return [];
  }

  /** Ask of answers; once more where Python was lost meanwhile, by whatever else it was asked. */
  private async askAbout(
    task: "judge" | "mistaken",
    limit_s: number,
    entry: Entry,
    variant: number,
    answers: string,
  ): Promise<unknown> {
    const request = { task, limit_s, id: entry.id, version: entry.version, variant, answers };
    for (const last of [false, true]) {
      const drawn = this.cases(entry, variant);
      await drawn;
      const { status, result } = await this.ask(request, []);
      if (status === "ok") return result;
      const lost = this.asked.get(`${entry.id}/${variant}`) !== drawn;
      if (last || !lost || status === "timeout") return undefined;
    }
    return undefined;
  }

  close(): void {
    this.kernel?.then(endKernel, () => undefined);
    this.kernel = undefined;
  }

  /** One thing at a time; a Python that was lost over it knows nothing any more. */
  private ask(task: Parameters<Kernel["run"]>[0], needs: string[]): Promise<Outcome> {
    const work = async (): Promise<Outcome> => {
      const kernel = await this.started();
      await kernel.load(needs);
      const outcome = await kernel.run(task, {
        output: () => undefined,
        begun: () => undefined,
        ask: () => Promise.resolve(null),
      });
      if (kernel.ended) {
        this.kernel = undefined;
        this.asked.clear();
      }
      return outcome;
    };
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }
}
