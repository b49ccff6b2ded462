// The page's Python and its outputs, alone on a page, for tests and benchmarks.

import { renderOutputs } from "../../../../web/src/outputs";
import { python } from "../../../../web/src/python/client";

const outputs = renderOutputs(document.getElementById("outputs")!);
let late = 0;
let before = performance.now();
setInterval(() => {
  const now = performance.now();
  late = Math.max(late, now - before - 20);
  before = now;
}, 20);

/** Run code as an exercise would; what came, how long it took, and the longest that the page did not answer (ms). */
async function run(given: Record<string, unknown>): Promise<Record<string, unknown>> {
  const seen: unknown[] = [];
  const steps: unknown[] = [];
  const request = { task: "run", setup: "", namespace: "probe", packages: [], limit_s: 10, ...given };
  const answers = (given.typed as (string | null)[] | undefined) ?? [];
  const asked: unknown[] = [];
  late = 0;
  outputs.clear();
  const began = performance.now();
  const outcome = await python.run(request as never, {
    progress: (progress) => steps.push(progress),
    output: (output) => {
      seen.push(output);
      outputs.add(output);
    },
    ask: async (question) => {
      asked.push(question);
      await new Promise((done) => setTimeout(done, Number(given.thinking ?? 0)));
      return answers.shift() ?? null;
    },
  });
  return { ...outcome, asked, outputs: seen, steps, ms: performance.now() - began, late };
}

Object.assign(window, { probe: { python, run, outputs } });
