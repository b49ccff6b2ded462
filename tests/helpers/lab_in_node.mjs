// Runs what the page runs, in Node: a lab's own script, and the page's rows and sentences from their sources.
// Reads {files, lab, evaluate: [parameters], states: [state], splits} from stdin; numbers that JSON lacks go as strings.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runInThisContext } from "node:vm";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../../web/src/lab/evaluate");
const names = ["budget", "population", "rows", "sentences"];
const bundled = createRequire(join(folder, "../../../package.json"))("esbuild").buildSync({
  stdin: { contents: names.map((name) => `export * from "./${name}";`).join("\n"), resolveDir: folder, loader: "ts" },
  bundle: true,
  format: "esm",
  write: false,
});
const { splitBudget, computePopulation, computeRows, renderSentences } = await import(
  `data:text/javascript;base64,${Buffer.from(bundled.outputFiles[0].contents).toString("base64")}`
);

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
