// Grading again after something was changed: which marks of an earlier run still hold.

import { bundlesFor, importedPackages } from "../../python/bundles";
import { say } from "../../shared/words";
import type { Marked } from "../types";
import { basisOf } from "./basis";
import type { GradingContext, StagedHandIn } from "./grade_submission";
import { noteSigns } from "./tampering_signs";

/** Take over the earlier marks of the same hand-in that rest on what is still so; what is left is run. */
export function takeOver(desk: GradingContext, staged: StagedHandIn, earlier: Marked): void {
  const { marked, work } = staged;
  const left = work.filter(({ entry, written }) => {
    const [result, prints] = [earlier.exercises[entry.id], earlier.prints[entry.id]];
    // What timed out may have met a busy machine.
    const holds = result?.basis !== undefined && result.basis === basisOf(desk, entry.id);
    if (!result || !prints || !holds || result.outcome === "timeout") return true;
    noteSigns(marked, entry, written);
    const damaged = say("desk.damaged", { id: entry.id });
    if (earlier.flags.includes(damaged)) marked.flags.push(damaged);
    marked.exercises[entry.id] = result;
    marked.prints[entry.id] = prints;
    return false;
  });
  if (left.length < work.length) marked.reused = work.length - left.length;
  staged.work = left;
  const packages = left.flatMap(({ entry, written }) => [...entry.packages, ...importedPackages(written.code)]);
  staged.bundles = bundlesFor(packages);
}
