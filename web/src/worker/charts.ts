// Vega, which says what a learner's chart draws: a script of its own, loaded with the first check that asks for it.
import { FileError } from "./files";

// Held here: once Python runs, the worker's own way to load scripts is shut.
const loadScript = (globalThis as unknown as { importScripts(url: string): void }).importScripts.bind(globalThis);
// Tests and cases that look at what a chart draws name the module that does.
const ASKED = "coursekit.exercise.drawn";

let loaded = false;

/** Load Vega if `request` will ask for it; the script lies beside the folder `root` of the runtime. */
export function loadChartsFor(request: string, root: string, build: string): void {
  if (loaded || !request.includes(ASKED)) return;
  try {
    loadScript(`${root}../drawn-chart.js?${build}`);
    loaded = true;
  } catch (error) {
    throw new FileError("unreachable", "drawn-chart.js", String((error as Error).message));
  }
}
