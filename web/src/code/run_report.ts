// How a run or a check went, as the section's state and the sentence that says so.
import type { Outcome, Output } from "../python/protocol";
import { say } from "../shared/words";
import { checkList, errorHelp, firstFailure } from "./feedback";
import type { CodeSection } from "./section";
import { isReport, type Report } from "./types";

/** Of what was printed, as much as a screen reader is told at once. */
export const MAX_ANNOUNCED = 300;
/** Where the learner's own code is named in a traceback; the last mention is nearest to the error. */
const TRACEBACK_LINE = /your code>?"?, line (\d+)/g;

/** What came of a press of Run or Check: `ended` is false if the code never ran. */
export interface RunResult {
  ended: boolean;
  report?: Report;
}

export type Failure = Output & { kind: "error" };

/** A run that ended well: how long it took, and, for screen readers, what it `printed`. */
export function reportRun(section: CodeSection, seconds: number, printed: string, shown: number): void {
  const text = printed.trim();
  const heard = text.length > MAX_ANNOUNCED ? `${text.slice(0, MAX_ANNOUNCED)} …` : text;
  const time = seconds < 0.95 ? say("exercise.ran") : say("exercise.ran-in", { seconds: seconds.toFixed(1) });
  if (!text && !shown) section.setState("idle", `${time} ${say("exercise.ran-silent")}`);
  else section.setState("idle", time, text ? say("exercise.printed", { text: heard }) : "");
}

/** Of a run that ended well but left a chart that could not be drawn: that is no success, and the sentence says why. */
export function reportFailedChart(section: CodeSection): void {
  const failed = section.section.querySelector<HTMLElement>('.outputs .drawing[data-state="failed"]');
  if (failed && section.state === "idle") section.setState("error", failed.textContent ?? "");
}

/** The checks' report, as Python gave it: the first check that failed, and all of them below. */
export function reportChecks(section: CodeSection, result: unknown): RunResult {
  if (!isReport(result) || !result.tests.length) {
    section.setState("error", say("exercise.no-report"));
    return { ended: true };
  }
  const fault = firstFailure(result);
  if (!fault) section.setState("passed", say("exercise.passed", { n: result.tests.length }));
  else if (fault.status === "failed") section.setState("failed", say("exercise.not-yet", { message: fault.message }));
  else section.setState("error", say("exercise.check-stopped", { message: fault.message }));
  section.showDetails(checkList(result));
  return { ended: true, report: result };
}

/**
 * A run that did not end well: stopped, out of time, or an error with what it usually means.
 * @param wing whose sentences on errors are tried first: "exercise" or "cell"
 * @param where said before everything else
 */
export function reportFailure(
  section: CodeSection,
  wing: string,
  outcome: Outcome,
  failure: Failure | undefined,
  where = "",
): void {
  const reason = `${where} ${outcome.reason ?? say("exercise.unknown")}`.trim();
  if (outcome.status === "stopped" || outcome.status === "timeout") {
    section.setState("stopped", reason);
    return;
  }
  if (!failure || outcome.status !== "error") {
    section.setState("error", reason);
    return;
  }
  const line = [...failure.traceback.matchAll(TRACEBACK_LINE)].at(-1)?.[1];
  const values = { name: failure.name, message: failure.message.replace(/[.\s]+$/, ""), line: line ?? "" };
  const what = say(line ? "exercise.error-at" : "exercise.error", values);
  const help = failure.help || errorHelp(failure.name, wing) || say("exercise.raised.other");
  section.setState("error", `${where} ${what} ${help}`.trim());
}
