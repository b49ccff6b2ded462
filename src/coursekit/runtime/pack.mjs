// Runs inside.py in Pyodide under Node: node pack.mjs PYODIDE_FOLDER INSIDE.PY JOB.JSON
// The job: [{place, out, archives: [path], files: {name: path}}]; each gives one zip at `out`.
// A job of files, not archives, is the course's own code: its text goes along.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, inside, job] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
// A fixed seed: the order of sets in byte code, and so the files' hashes, would differ from build to build.
const python = await loadPyodide({ indexURL: folder, env: { PYTHONHASHSEED: "0" } });
python.runPython(readFileSync(inside, "utf-8"));
for (const { place, out, archives, files } of JSON.parse(readFileSync(job, "utf-8"))) {
  python.runPython("entries = []");
  const add = python.runPython("lambda name, content: entries.append((name, content.to_bytes()))");
  for (const path of archives) {
    python.FS.writeFile("/tmp/archive.zip", readFileSync(path));
    python.runPython("entries.extend(members('/tmp/archive.zip'))");
  }
  for (const [name, path] of Object.entries(files)) add(name, new Uint8Array(readFileSync(path)));
  const bytes = python.runPython(`packed(entries, ${JSON.stringify(place)}, ${archives.length ? "False" : "True"})`).toJs();
  writeFileSync(out, bytes);
}
