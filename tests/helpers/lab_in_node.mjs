// Runs what the page runs, in Node: a lab's own script, and the page's rows and sentences from their sources.
// Reads, line by line, {files, lab, evaluate: [parameters], states: [state], splits} from stdin and answers each line with
// one; numbers that JSON lacks go as strings.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";

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

function answer(asked) {
  const world = createContext({}); // as a page of its own: scripts of earlier questions are not in it
  for (const file of asked.files ?? []) runInContext(readFileSync(file, "utf8"), world, { filename: file });
  if (asked.source) runInContext(asked.source, world);
  const script = world.coursekit?.labs?.[asked.lab];
  return {
    splits: (asked.splits ?? []).map(({ budget, start, fixed }) => splitBudget(budget, start, fixed)),
    evaluated: (asked.evaluate ?? []).map((parameters) => script.evaluate({ ...parameters })),
    computed: (asked.states ?? []).map((state) => {
      const made = script.plan.population
        ? computePopulation(script, state)
        : computeRows(script, state, world.coursekit.draws);
      const findings = script.findings.map((says) => renderSentences(says, made.readings));
      return { ...made, sentence: renderSentences(script.says, made.readings), findings };
    }),
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  let told;
  try {
    told = answer(JSON.parse(line));
  } catch (error) {
    told = { raised: String(error?.stack ?? error) };
  }
  process.stdout.write(`${JSON.stringify(told, plain)}\n`);
}
