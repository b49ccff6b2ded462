// Start CPython in this worker: from a kept memory if there is one, else from the beginning.
import { loadPyodide, type PyodideInterface } from "pyodide";
import type { RuntimeFiles } from "./files";

export type Python = PyodideInterface;
type Loading = NonNullable<Parameters<typeof loadPyodide>[0]> & Record<string, unknown>;

/** What a start needs, all of it fetched and checked. */
export interface StartFiles {
  /** Its address: the page's policy lets a script come from the site only, so it is asked for again, by its hash. */
  script: string;
  module: WebAssembly.Module;
  stdlib: Uint8Array<ArrayBuffer>;
  light: Uint8Array<ArrayBuffer>;
  course: Uint8Array<ArrayBuffer>;
}

export async function fetchStartFiles(files: RuntimeFiles, module?: WebAssembly.Module): Promise<StartFiles> {
  const [script, compiled, stdlib, light, course] = await Promise.all([
    files.get("pyodide.asm.js").then(() => files.address("pyodide.asm.js")),
    module ?? files.module("pyodide.asm.wasm"),
    files.bundle("stdlib"),
    files.bundle("light"),
    files.bundle("course"),
  ]);
  return { script, module: compiled, stdlib, light, course };
}

/** The most memory that Python may take, in pages of 64 KiB: 1.5 GB. More would end the tab, not the run. */
const MOST_MEMORY = 24_576;

const LIGHT_ARCHIVE = "/lib/light.zip";

/** Start from `goods`; `memory` is what makeMemorySnapshot gave on an earlier start of the same build. */
export async function boot(
  goods: StartFiles,
  root: string,
  memory?: Uint8Array<ArrayBuffer>,
  pages = MOST_MEMORY,
): Promise<Python> {
  const scope = globalThis as unknown as { importScripts(url: string): void; _createPyodideModule?: unknown };
  if (!scope._createPyodideModule) {
    scope.importScripts(goods.script);
  }
  // Pyodide asks for its files by address; here it is given those that were fetched and checked already.
  const [trueFetch, trueInstantiate] = [globalThis.fetch, WebAssembly.instantiateStreaming];
  globalThis.fetch = async (url) => {
    const name = String(url);
    if (name.endsWith("python_stdlib.zip")) return new Response(goods.stdlib);
    if (name.endsWith("pyodide-lock.json")) return new Response(LOCK);
    return new Response(new Uint8Array()); // the wasm, which is compiled already
  };
  WebAssembly.instantiateStreaming = async (_source, imports) => ({
    module: goods.module,
    instance: await WebAssembly.instantiate(goods.module, imports),
  });
  const TrueMemory = WebAssembly.Memory;
  WebAssembly.Memory = class extends TrueMemory {
    constructor(wanted: WebAssembly.MemoryDescriptor) {
      super({ ...wanted, maximum: pages });
    }
  };
  try {
    const options: Loading = { indexURL: root, stdin: () => "" };
    const python = await loadPyodide({
      ...options,
      ...(memory ? { _loadSnapshot: memory } : { _makeSnapshot: true }),
    } as Loading);
    // What it was started from it would keep for good.
    const { config } = (python as unknown as { _api?: { config?: Loading } })._api ?? {};
    if (config) delete config._loadSnapshot;
    python.FS.writeFile(LIGHT_ARCHIVE, goods.light, { canOwn: true });
    python.unpackArchive(goods.course, "zip", { extractDir: "/lib/course" });
    if (!memory) {
      python.runPython(`
import sys
sys.path.append("/lib/course")
from coursekit.live import entry
entry.add("${LIGHT_ARCHIVE}")
entry.light()
`);
    }
    return python;
  } finally {
    globalThis.fetch = trueFetch;
    WebAssembly.Memory = TrueMemory;
    WebAssembly.instantiateStreaming = trueInstantiate;
  }
}

// No package comes through Pyodide's own installer, so its list is empty.
const LOCK = JSON.stringify({
  info: { abi_version: "2024_0", arch: "wasm32", platform: "emscripten_3_1_58", python: "3.12.7", version: "0.27.7" },
  packages: {},
});
