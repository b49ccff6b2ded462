// Answers, line by line, what the desk's functions from marks to files give: {"call": "correlation", "with": [...]}.
// Numbers that JSON lacks, and "nothing", go as strings; a Map as a list of pairs.

import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const out = join(dirname(fileURLToPath(import.meta.url)), "../../web/src/desk/export");
const require = createRequire(join(out, "../../../package.json"));
const names = [
  "index",
  "changes",
  "essay_items",
  "guesses",
  "points",
  "analysis/statistics",
  "analysis/similar_code",
  "analysis/tokens",
  "analysis/mistakes",
  "tables/csv",
  "tables/filled_in",
  "report/html",
  "xapi/address",
  "xapi/statements",
  "xapi/uuid",
  "../class_list/class_list",
  "../class_list/platform_names",
  "../feedback/bundle",
  "../feedback/file_names",
  "../files/doubled_keys",
  "../files/nested_zips",
  "../grading/basis",
  "../grading/earlier_marks",
  "../grading/other_build",
  "../hand_marks/bank",
  "../hand_marks/conflicts",
  "../hand_marks/criteria",
  "../hand_marks/shares",
  "../hand_marks/marks",
  "../hand_marks/marks_file",
  "../late/future_stamp",
  "../late/lateness",
  "../late/merge",
  "../late/policy",
  "../late/time_zone",
];
const bundled = await require("esbuild").build({
  stdin: { contents: names.map((name) => `export * from "./${name}";`).join("\n"), resolveDir: out, loader: "ts" },
  bundle: true,
  format: "esm",
  write: false,
  loader: { ".css": "text" },
}); // prettier-ignore
// Files name their course as the page does, which its template puts here.
globalThis.document = {
  documentElement: { dataset: { course: "touched-measured-counted" } },
  getElementById: () => null,
};
const wing = await import(
  `data:text/javascript;base64,${Buffer.from(bundled.outputFiles[0].contents).toString("base64")}`
);

// A ZIP in base64, as what each file in it gives when it is read: base64 too, or the sentence that refuses it.
const inZip = async (name, zip) => {
  const files = await wing.filesInZip(name, new Uint8Array(Buffer.from(zip, "base64")));
  const read = (file) =>
    file.read().then(
      (bytes) => ({ bytes: Buffer.from(bytes).toString("base64") }),
      (why) => ({ why: why.message }),
    );
  return Promise.all(files.map(async (file) => ({ name: file.name, ...(await read(file)) })));
};
// The exercises as lists of pairs.
const otherBuild = (site, known, read) =>
  wing.otherBuild(site, { exercises: new Map(known) }, { ...read, exercises: new Map(read.exercises) });
const withExercises = (how) => ({ ...how, key: { ...how.key, exercises: new Map(how.key.exercises) } });
const basisOf = (how, id) => wing.basisOf(withExercises(how), id);
const takeOver = (how, staged, earlier) => {
  wing.takeOver(withExercises(how), staged, earlier);
  return staged;
};
const feedback = (...given) => wing.base64(wing.feedbackZip(...given));
const published = (canonical, href) =>
  wing.publishedAt({ querySelector: () => (canonical ? { href: canonical } : null) }, href) ?? null;
const calls = { ...wing, inZip, otherBuild, basisOf, takeOver, feedback, published };
const plain = (_key, value) => {
  if (value instanceof Map) return [...value];
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
};
for await (const line of createInterface({ input: process.stdin })) {
  const { call, with: given } = JSON.parse(line, (_key, value) => (value === "nothing" ? undefined : value));
  let answer;
  try {
    answer = { is: (await calls[call](...given)) ?? null };
  } catch (error) {
    answer = { raised: String(error?.stack ?? error) };
  }
  process.stdout.write(`${JSON.stringify(answer, plain)}\n`);
}
