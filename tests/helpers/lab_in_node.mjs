// Runs what the page runs, in Node: a lab's own script, and the page's rows and sentences from their sources.
// Reads {files, lab, evaluate: [parameters], states: [state], splits} from stdin; numbers that JSON lacks go as strings.
import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";
import { splitBudget } from "../../web/src/lab/evaluate/budget.ts";
import { computePopulation } from "../../web/src/lab/evaluate/population.ts";
import { computeRows } from "../../web/src/lab/evaluate/rows.ts";
import { renderSentences } from "../../web/src/lab/evaluate/sentences.ts";

const plain = (_key, value) => (typeof value === "number" && !Number.isFinite(value) ? String(value) : value);
const asked = JSON.parse(readFileSync(0, "utf8"));
for (const file of asked.files ?? []) runInThisContext(readFileSync(file, "utf8"), { filename: file });
if (asked.source) runInThisContext(asked.source);
const script = globalThis.coursekit?.labs?.[asked.lab];
const answer = {
  splits: (asked.splits ?? []).map(({ budget, start, fixed }) => splitBudget(budget, start, fixed)),
  evaluated: (asked.evaluate ?? []).map((parameters) => script.evaluate({ ...parameters })),
  computed: (asked.states ?? []).map((state) => {
    const made = script.plan.population
      ? computePopulation(script, state)
      : computeRows(script, state, globalThis.coursekit.draws);
    return { ...made, sentence: renderSentences(script.says, made.readings) };
  }),
};
process.stdout.write(JSON.stringify(answer, plain));
