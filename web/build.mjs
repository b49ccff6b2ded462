// Bundle the front end: every entry becomes one classic script, _build/web/NAME.js, that also works from file://.
//
// Entries find themselves: src/page.ts, every src/FOLDER/index.ts (named after its folder), and every other file whose
// first line is `// bundle: NAME`. An index.ts that is only a library says `// bundle: none`. What is named node/NAME
// is run by the command line under Node and goes into no site.
// Run by the Sphinx extension when a source changed; by hand: `.venv/bin/node web/build.mjs [NAME …]`.

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const web = dirname(fileURLToPath(import.meta.url));
const source = join(web, "src");
const target = join(web, "..", "_build", "web");

/** The bundle's name for a TypeScript file, or undefined if the file is no entry. */
function nameOf(path) {
  const marked = /^\/\/ bundle: ([\w/-]+)/.exec(readFileSync(path, "utf8"))?.[1];
  if (marked) return marked === "none" ? undefined : marked;
  const place = relative(source, path).split(/[\\/]/);
  if (place.length === 1) return place[0] === "page.ts" ? "page" : undefined;
  return place.length === 2 && place[1] === "index.ts" ? place[0] : undefined;
}

function entries() {
  const found = {};
  for (const item of readdirSync(source, { recursive: true, withFileTypes: true })) {
    if (!item.isFile() || !item.name.endsWith(".ts") || item.name.endsWith(".d.ts")) continue;
    const path = join(item.parentPath, item.name);
    const name = nameOf(path);
    if (!name) continue;
    if (found[name])
      throw new Error(`Two entries are named ${name}: ${relative(web, found[name])} and ${relative(web, path)}.`);
    found[name] = path;
  }
  return found;
}

/** The licences of the packages that went into the bundles, as their authors ask. */
function licences(inputs) {
  const packages = new Set();
  for (const path of inputs) {
    const inside = path.split("node_modules/").at(-1).split("/");
    if (path.includes("node_modules/")) packages.add(inside.slice(0, inside[0].startsWith("@") ? 2 : 1).join("/"));
  }
  return [...packages]
    .sort()
    .map((name) => {
      const folder = join(web, "node_modules", name);
      const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      const file = readdirSync(folder).find((candidate) => /^(licen[cs]e|copying)/i.test(candidate));
      const text = file ? readFileSync(join(folder, file), "utf8").trim() : `Licence: ${about.license ?? "not stated"}`;
      return `${name} ${about.version}\n${"-".repeat(60)}\n${text}\n`;
    })
    .join("\n");
}

const asked = process.argv.slice(2);
const all = entries();
const unknown = asked.filter((name) => !all[name]);
if (unknown.length) {
  console.error(`No entry is named ${unknown.join(", ")}. There are: ${Object.keys(all).sort().join(", ")}.`);
  process.exit(1);
}
const chosen = Object.fromEntries(Object.entries(all).filter(([name]) => !asked.length || asked.includes(name)));

/** The sentences of the catalogs that `shared/words.ts` imports, by their keys; none where that file is missing. */
function catalogs() {
  const words = join(source, "shared", "words.ts");
  if (!existsSync(words)) return {};
  const files = [...readFileSync(words, "utf8").matchAll(/from "([^"]+\.json)"/g)].map((found) => found[1]);
  return Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(join(dirname(words), file), "utf8"))));
}

/** Those of `sentences` that a source may say: their keys stand in it, whole or with a `${value}` as a part. */
function sentencesIn(text, sentences) {
  const whole = new Set(text.match(/[a-z][\w-]*(?:\.[\w-]+)+/g));
  const starts = [...text.matchAll(/([a-z][\w-]*\.[\w.-]*)\$\{/g)].map((found) => found[1]);
  const middles = [...text.matchAll(/\$\{[^{}]*\}(\.[a-z][\w-]*\.)\$\{/g)].map((found) => found[1]);
  const said = (key) =>
    whole.has(key) ||
    whole.has(key.replace(/\.(?:zero|one|two|few|many|other)$/, "")) ||
    starts.some((start) => key.startsWith(start)) ||
    middles.some((middle) => key.includes(middle));
  return Object.fromEntries(Object.entries(sentences).filter(([key]) => said(key)));
}

/** Gives each bundle the sentences that its own sources say, not the whole of all catalogs, which outweighs most. */
const onlyWhatIsSaid = {
  name: "only-what-is-said",
  setup(bundler) {
    const sentences = catalogs();
    const say = join(source, "shared", "say.ts");
    bundler.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      if (!path.startsWith(source) || path === say) return undefined;
      if (path === join(source, "shared", "words.ts"))
        return { contents: `export { addSentences, say } from "./say";`, resolveDir: dirname(path), loader: "ts" };
      const text = readFileSync(path, "utf8");
      const said = sentencesIn(text, sentences);
      if (!Object.keys(said).length) return undefined;
      // On the first line, so that what is wrong is said with the right one; and before all that the file does.
      const first = `import { addSentences as addThese } from ${JSON.stringify(say)}; addThese(${JSON.stringify(said)}); `;
      const contents = first + text;
      return { contents, resolveDir: dirname(path), loader: "ts" };
    });
  },
};

let result;
try {
  result = await build({
    entryPoints: chosen,
    outdir: target,
    bundle: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    minify: true,
    sourcemap: false,
    charset: "utf8",
    legalComments: "none", // gathered in licences.txt instead
    external: ["node:*"],
    // Brought by @jupyter-widgets/base-manager for what src/widgets/manager.ts does with our own shared/sanitize_html.ts.
    alias: { "sanitize-html": "./src/widgets/empty_module.ts" },
    plugins: [onlyWhatIsSaid],
    loader: { ".css": "text", ".svg": "text", ".txt": "text" },
    absWorkingDir: web,
    metafile: true,
    logLevel: "warning",
    write: false,
  });
} catch {
  process.exit(1); // esbuild has said what is wrong, with file and line
}

/** Write a file whole or not at all, for another process may read it; leave it alone if it holds the same. */
function put(path, contents) {
  if (existsSync(path) && Buffer.compare(readFileSync(path), Buffer.from(contents)) === 0) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, contents);
  renameSync(`${path}.${process.pid}`, path);
}

mkdirSync(target, { recursive: true });
for (const file of result.outputFiles) {
  put(file.path, file.contents);
  const kb = (bytes) => `${(bytes / 1000).toFixed(1).padStart(7)} KB`;
  console.log(
    `${basename(file.path).padEnd(20)} ${kb(file.contents.length)} ${kb(gzipSync(file.contents).length)} gzip`,
  );
}
// Pages that stand in a frame go beside the scripts they name.
for (const item of readdirSync(source, { recursive: true, withFileTypes: true })) {
  if (item.isFile() && item.name.endsWith(".html"))
    put(join(target, item.name), readFileSync(join(item.parentPath, item.name)));
}
if (!asked.length) {
  put(join(target, "licences.txt"), licences(Object.keys(result.metafile.inputs)));
  for (const name of readdirSync(target)) {
    if (name.endsWith(".js") && !all[basename(name, ".js")]) rmSync(join(target, name));
  }
}
