// An error as an output: what went wrong, in which line, what it usually means, and where it happened.
import type { Output } from "../python/protocol";
import { say } from "../shared/words";

/** Where the learner's own code is named in a traceback; the last mention is nearest to the error. */
const PLACE = /your code>?"?, line (\d+)/g;

/**
 * An error's box. `told`: the run's result says it too, with what it means, so that here only the traceback is shown;
 * otherwise (a widget's callback) this is all that is said of it, and is read out.
 */
export function errorOutput(output: Output & { kind: "error" }): HTMLElement {
  const box = document.createElement("div");
  box.className = output.told ? "trouble told" : "trouble";
  if (!output.told) box.setAttribute("role", "alert");
  const line = document.createElement("p");
  const name = document.createElement("strong");
  name.textContent = output.name;
  const place = [...output.traceback.matchAll(PLACE)].at(-1)?.[1];
  line.append(name, output.message ? `: ${output.message}` : "");
  if (place) line.append(` (${say("outputs.at-line", { line: place })})`);
  box.append(line);
  if (output.help) {
    const help = document.createElement("p");
    help.textContent = output.help.replaceAll("`", "");
    box.append(help);
  }
  const where = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = say("outputs.details");
  const trace = document.createElement("pre");
  trace.className = "traceback";
  trace.textContent = output.traceback;
  where.append(summary, trace);
  box.append(where);
  return box;
}
