// Say what charts draw, outside a browser: each line on standard input is a specification, each line out what it draws.
//
// Started by coursekit.exercise.helpers.node_charts; the first argument is the bundle that the page's worker loads too.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { runInThisContext } from "node:vm";

runInThisContext(readFileSync(process.argv[2], "utf8"));
createInterface({ input: process.stdin }).on("line", (line) => {
  process.stdout.write(`${globalThis.coursekitDrawn(line)}\n`);
});
