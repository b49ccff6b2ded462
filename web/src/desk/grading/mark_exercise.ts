// One exercise of one hand-in: ask the learner's code in a Python of its own, and have the answers judged in another.

import type { Kernel } from "../../python/kernel";
import type { Output, Outcome as Ran } from "../../python/protocol";
import { say } from "../../shared/words";
import { type Entry, isRecord } from "../files/answer_key";
import { type SubmittedCode, truncate } from "../files/submission";
import type { Outcome, Result } from "../types";
import { type ReferenceKernel, UnusableExercise, type Verdict } from "./reference_kernel";

/** Characters of what the report says of one exercise. */
const MAX_DETAIL_LENGTH = 600;

/** Seconds for the course's own part. */
const WARM_S = 60;
const SILENT_LISTENER = { output: () => undefined, begun: () => undefined, ask: () => Promise.resolve(null) };

/** What running came to, before anything is judged. */
export interface Marking {
  result: Result;
  /** Python was left damaged by it. */
  damaged: boolean;
  /** Python was lost before it began: what ran before is to blame. */
  again: boolean;
}

/** The number of the variant that the answers are asked of: what the file claims, where the exercise has so many. */
export const variantOf = (entry: Entry, written: SubmittedCode): number =>
  entry.variants.length > 1 && written.variant < entry.variants.length ? written.variant : 0;

/** Have in `kernel` what the exercises' own setups import, before any learner's code runs and its time begins. */
export async function warmUp(
  work: { entry: Entry; written: SubmittedCode }[],
  reference: ReferenceKernel,
  kernel: Kernel,
): Promise<void> {
  const asked = await Promise.all(
    work.map(({ entry, written }) => reference.cases(entry, variantOf(entry, written)).catch(() => undefined)),
  );
  const requests = asked.filter((one) => one !== undefined).map(({ setup, compared }) => ({ setup, compared }));
  if (requests.length) await kernel.run({ task: "warm", requests, limit_s: WARM_S }, SILENT_LISTENER);
}

/** Mark `written` in `kernel`, which may take `limit_s` seconds for it. */
export async function markExercise(
  entry: Entry,
  written: SubmittedCode,
  reference: ReferenceKernel,
  kernel: Kernel,
  limit_s: number,
): Promise<Marking> {
  const variant = variantOf(entry, written);
  let asked: Record<string, unknown>;
  try {
    asked = await reference.cases(entry, variant);
  } catch (error) {
    const why = error instanceof UnusableExercise ? error.message : String((error as Error).message);
    return { result: makeResult("malformed", 0, say("desk.unusable", { why })), damaged: false, again: false };
  }
  let said = "";
  const ran = await kernel.run(
    { ...asked, task: "mark", code: written.code, limit_s },
    {
      ...SILENT_LISTENER,
      output: (output: Output) => {
        said ||= errorSentence(output);
      },
    },
  );
  const result = await resultOfRun(entry, variant, ran.before ?? ran, said, reference, limit_s);
  return { result, damaged: ran.before !== undefined, again: ran.again === true };
}

async function resultOfRun(
  entry: Entry,
  variant: number,
  ran: Ran,
  said: string,
  reference: ReferenceKernel,
  limit_s: number,
): Promise<Result> {
  switch (ran.status) {
    case "ok": {
      if (isRecord(ran.result) && !Object.keys(ran.result).length) return makeResult("error", 0, say("desk.exited"));
      const answers = isRecord(ran.result) ? ran.result.answers : undefined;
      const verdict = typeof answers === "string" ? await reference.judge(entry, variant, answers) : undefined;
      if (!verdict || typeof answers !== "string") return makeResult("suspicious", 0, say("desk.no-answers"));
      const marked = resultOfVerdict(verdict);
      const mistakes = marked.share < 1 ? await reference.mistakes(entry, variant, answers) : [];
      return { ...marked, ...(mistakes.length && { mistakes }) };
    }
    case "error":
      return makeResult("error", 0, said || say("desk.raised"));
    case "asked":
    case "stopped":
      return makeResult("error", 0, say("desk.asks"));
    case "timeout":
      return makeResult("timeout", 0, say("desk.timeout", { n: Math.round(limit_s * 10) / 10 }));
    case "memory":
      return makeResult("memory", 0, say("desk.memory"));
    default:
      return makeResult("error", 0, say("desk.crashed"));
  }
}

function resultOfVerdict({ of, right, idle, failed, error, first }: Verdict): Result {
  const share = of ? right / of : 0;
  if (share === 1) return makeResult("right", 1, "");
  const found = first
    ? say("desk.departs", {
        case: first.case,
        of,
        where: first.where ? say("desk.at", { where: first.where }) : "",
        right: first.right,
        given: first.given,
        call: first.call,
      })
    : "";
  const counted = `${say("desk.counted", { n: right, of })} ${idle ? say("desk.idle", { n: idle }) : ""}`.trim();
  if (!right && failed === of)
    return makeResult(/^MemoryError\b/.test(error) ? "memory" : "error", 0, `${counted} ${error}`);
  const shown = first ? say("feedback.case", { ...first, of, where: first.where ? say("desk.at", first) : "" }) : "";
  const marked = makeResult(right ? "partly" : "wrong", share, `${counted} ${found}`);
  return { ...marked, shown: truncate(`${counted} ${shown}`.trim(), MAX_DETAIL_LENGTH) };
}

export const makeResult = (outcome: Outcome, share: number, detail: string, notes: string[] = []): Result => ({
  outcome,
  share,
  detail: truncate(detail.trim(), MAX_DETAIL_LENGTH),
  notes,
});

/** What an error that was shown says, with the learner's own last line. */
function errorSentence(output: Output): string {
  if (output.kind !== "error") return "";
  const line = /line (\d+)[^\n]*\n[^\n]*\n?[^\n]*$/.exec(output.traceback)?.[1];
  const what = `${output.name}: ${output.message}`.trim();
  return truncate(line ? say("desk.error-line", { line, what }) : what, MAX_DETAIL_LENGTH);
}
