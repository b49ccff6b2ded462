// Parses Vega specifications at build time, so that the page ships neither parser nor eval.
// Reads a JSON list of {chart, colours} from stdin and writes the list of parsed charts to stdout.
import { parse } from "vega";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const specs = JSON.parse(Buffer.concat(chunks).toString("utf8"));
process.stdout.write(JSON.stringify(specs.map((spec) => parse(spec, undefined, { ast: true }))));
