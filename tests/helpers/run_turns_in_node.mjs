// Runs pieces of work by turns, as the grading desk does, and says what ran beside each: [[alone, ticks, fails], …].

import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const web = join(dirname(fileURLToPath(import.meta.url)), "../../web");
const bundled = await createRequire(join(web, "package.json"))("esbuild").build({
  entryPoints: [join(web, "src/desk/grading/run_turns.ts")],
  ...{ bundle: true, format: "esm", write: false },
});
const source = Buffer.from(bundled.outputFiles[0].contents).toString("base64");
const { RunTurns } = await import(`data:text/javascript;base64,${source}`);

async function run(works) {
  const turns = new RunTurns();
  const running = new Set();
  const beside = works.map(() => []);
  const order = [];
  const work = (n, ticks, fails) => async () => {
    order.push(n);
    for (const other of running)
      for (const [a, b] of [
        [n, other],
        [other, n],
      ])
        beside[a].push(b);
    running.add(n);
    for (let tick = 0; tick < ticks; tick++) await new Promise(setImmediate);
    running.delete(n);
    if (fails) throw new Error("failed");
  };
  await Promise.allSettled(
    works.map(([alone, ticks, fails], n) => turns[alone ? "byItself" : "beside"](work(n, ticks, fails))),
  );
  return { beside, order };
}

const all = [];
for (const works of JSON.parse(process.argv[2])) all.push(await run(works));
process.stdout.write(JSON.stringify(all));
