// One press of Run or Check, from the click to the sentence that tells how it went.

import { importedPackages } from "../python/bundles";
import { python } from "../python/client";
import type { Outcome, Question } from "../python/protocol";
import { put } from "../shared/store";
import { say } from "../shared/words";
import {
  type Failure,
  MAX_ANNOUNCED,
  type RunResult,
  reportChecks,
  reportFailedChart,
  reportFailure,
  reportRun,
} from "./run_report";
import type { CodeSection } from "./section";

/** Kept once Python has come, so that its size is named before the first time only. */
export const PYTHON_FETCHED_KEY = "python/fetched";

export type RunKind = "run" | "check";

/** What the page has to know to run code for a section. */
export interface RunSettings {
  setup: string;
  tests: string;
  packages: string[];
  limit_s: number;
  namespace: string;
  /** Whose sentences are tried before the exercises' own. */
  wing?: string;
}

/** Code that has to have run before. */
export interface PrecedingCell {
  n: string;
  code: string;
  ran(): boolean;
  done(): void;
}
/** The question that a run ended at, as it came from the worker. */
function toQuestion(result: unknown): Question {
  const { prompt, secret } = (result ?? {}) as Partial<Question>;
  return { prompt: String(prompt ?? ""), secret: secret === true };
}

export class Runner {
  /** Counts the presses, so that one that was stopped while Python loaded does not begin when it has. */
  private turn = 0;

  constructor(
    private readonly parts: CodeSection,
    private readonly job: RunSettings,
  ) {
    // A chart is drawn after the run that made it, and may fail only then.
    parts.section.addEventListener("coursekit:drawn", () => reportFailedChart(parts));
  }

  /** Run or check `code`; resolves when it has ended, with the checks' report if there is one. */
  async run(task: RunKind, code: string, before: PrecedingCell[] = []): Promise<RunResult> {
    const turn = ++this.turn;
    const answers: string[] = [];
    // A worker that was lost before the run began costs one more try; a question that could not wait, one a question.
    for (let tries = 0; ; ) {
      const outcome = await this.attempt(turn, task, code, before, answers);
      if ("ended" in outcome) return outcome;
      if (outcome.status === "asked") {
        const text = await this.parts.outputs.ask(toQuestion(outcome.result), say("outputs.ask-again"));
        if (turn !== this.turn) return { ended: false };
        if (text === null) {
          reportFailure(
            this.parts,
            this.job.wing ?? "exercise",
            { status: "stopped", reason: say("python.stopped-asking") },
            undefined,
          );
          return { ended: true };
        }
        answers.push(text);
      } else if (++tries > 1) {
        reportFailure(this.parts, this.job.wing ?? "exercise", outcome, undefined);
        return { ended: false };
      }
    }
  }

  /** One round; what can be gone on with is given back as it came. */
  private async attempt(
    turn: number,
    task: RunKind,
    code: string,
    before: PrecedingCell[],
    answers: string[],
  ): Promise<RunResult | Outcome> {
    const { parts, job } = this;
    let failure: Failure | undefined;
    let printed = "";
    let shown = 0;
    if (task === "check") parts.clearForCheck();
    else parts.clear();
    parts.setState("starting", say("exercise.starting"));
    // What the author's code needs is known from the build; a learner may import more.
    const written = [...before.map((cell) => cell.code), code].join("\n");
    const packages = [...new Set([...job.packages, ...importedPackages(written)])];
    try {
      parts.progress.sent = await python.size(packages);
      await python.prepare(packages, (progress) => {
        if (turn === this.turn) parts.progress.show(progress);
      });
    } catch (error) {
      if (turn === this.turn) parts.setState("error", (error as Error).message);
      return { ended: false };
    }
    if (turn !== this.turn) return { ended: false };
    parts.size.hidden = true;
    void put(PYTHON_FETCHED_KEY, true);
    parts.setState("running", say(task === "run" ? "exercise.running" : "exercise.checking"));
    const request = {
      owner: parts.section.id,
      setup: job.setup,
      namespace: job.namespace,
      packages,
      limit_s: job.limit_s,
    };
    const ask = (question: Question): Promise<string | null> => parts.outputs.ask(question);
    for (const piece of before.filter((one) => !one.ran())) {
      parts.setState("running", say("cell.before", { n: piece.n }));
      const first = await python.run(
        { ...request, owner: `cell-${piece.n}`, task: "run", code: piece.code },
        {
          progress: () => undefined,
          output: (output) => {
            if (output.kind === "error") failure = output;
          },
          ask,
        },
      );
      if (first.again) return first;
      if (first.status === "asked") {
        parts.setState("stopped", say("cell.before-asks", { n: piece.n }));
        return { ended: false };
      }
      if (first.status !== "ok") {
        if (failure) parts.outputs.add({ ...failure, told: true });
        reportFailure(
          this.parts,
          this.job.wing ?? "exercise",
          first,
          failure,
          say("cell.before-failed", { n: piece.n }),
        );
        return { ended: false };
      }
      piece.done();
    }
    if (before.length) parts.setState("running", say("exercise.running"));
    const began = performance.now();
    const outcome = await python.run(
      { ...request, task, code, answers, ...(task === "check" && { tests: job.tests }) },
      {
        progress: (progress) => parts.progress.show(progress),
        output: (output) => {
          if (output.kind === "error") failure = output;
          if (output.kind === "stream" && printed.length < MAX_ANNOUNCED) printed += output.text;
          if (output.kind === "display") shown += 1;
          parts.outputs.add(output.kind === "error" ? { ...output, told: true } : output);
        },
        ask,
      },
    );
    if (outcome.again || outcome.status === "asked") return outcome;
    if (outcome.status !== "ok") reportFailure(this.parts, this.job.wing ?? "exercise", outcome, failure);
    else if (task === "check") return reportChecks(this.parts, outcome.result);
    else {
      reportRun(this.parts, (performance.now() - began) / 1000, printed, shown);
      reportFailedChart(parts);
    }
    return { ended: outcome.status !== "failed" };
  }

  /** End what is under way. */
  stop(): void {
    const { parts } = this;
    if (parts.state === "starting") {
      // Python goes on loading: it is wanted sooner or later.
      this.turn += 1;
      parts.setState("stopped", say("exercise.stopped-early"));
    } else if (parts.state === "running" && !parts.outputs.cancel()) {
      python.stop();
    }
  }
}
