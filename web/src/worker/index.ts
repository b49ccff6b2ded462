// Python for one page, off its main thread. It speaks only the messages of messages.ts.

import type { FromWorker, ToWorker } from "../python/messages";
import { POLICY } from "../shared/policy_error";
import { boot, fetchStartFiles, type Python } from "./boot";
import { loadChartsFor } from "./charts";
import { FileError, RuntimeFiles } from "./files";
import { FORBIDDEN_GLOBALS } from "./forbidden_globals";
import { Pace } from "./pace";
import { deleteSnapshots, readSnapshot, saveSnapshot } from "./snapshot";

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
// Held here, so that learner code that replaces the worker's own functions cuts off only itself.
const originalPostMessage = scope.postMessage.bind(scope);
const send = (message: FromWorker, moved: ArrayBuffer[] = []): void => originalPostMessage(message, moved);
const pace = new Pace(performance.now.bind(performance));

let python: Python | undefined;
let files: RuntimeFiles;
let handle: ((request: string) => string) & { callPromising(request: string): Promise<string> };
let hear: (message: string, buffers?: Uint8Array[]) => string;
let sound: () => boolean;
let complete: (request: string) => string;
let runtime = { root: "", build: "" };
let running = 0;
let outputCount = 0; // pieces of the present run
let answerLearner: ((text: string | null) => void) | undefined;
let step = "python.step.download";
const loadedBundles = new Set<string>();

async function start(message: ToWorker & { kind: "start" }): Promise<void> {
  const { root, manifest } = message;
  let last = 0;
  runtime = { root, build: manifest.build };
  files = new RuntimeFiles(root, manifest, (loaded, total) => {
    const now = performance.now();
    if (now - last > 60 || loaded === total) send({ kind: "progress", step, loaded, total });
    if (loaded !== total) last = now;
  });
  const keeping = readSnapshot(root, manifest.build);
  const goods = await fetchStartFiles(files, message.module);
  if (!message.module) send({ kind: "module", module: goods.module });
  send({ kind: "progress", step: "python.step.start", loaded: 0, total: 0 });
  const memory = await keeping;
  if (memory) {
    try {
      python = await boot(goods, root, memory, message.pages);
    } catch {
      // A memory that can't be restored is worth nothing; a half-started interpreter neither.
      await deleteSnapshots();
      throw new Error("snapshot");
    }
  } else {
    python = await boot(goods, root, undefined, message.pages);
    if (message.keep) {
      const made = python.makeMemorySnapshot() as Uint8Array<ArrayBuffer>;
      // Not waited for: the first run need not stand behind the disk.
      void saveSnapshot(root, manifest.build, made);
    }
  }
  connect(python, message.quiet === true);
  send({ kind: "ready", restored: Boolean(memory) });
}

/** What a quiet worker tells of a run at most, and how long one piece may be: enough for an error. */
const QUIET_LIMITS = { pieces: 20, length: 20_000 };
/** Characters of an outcome; a longer one did not come from the course's own code. */
const MAX_OUTCOME_LENGTH = 8_000_000;

/** Connect the interpreter to the page, and shut the worker's ways out: learner code asks no site for anything. */
function connect(started: Python, quiet: boolean): void {
  for (let owner: object | null = globalThis; owner; owner = Object.getPrototypeOf(owner) as object | null) {
    for (const name of FORBIDDEN_GLOBALS) {
      if (Object.hasOwn(owner, name)) Object.defineProperty(owner, name, { value: undefined });
    }
  }
  // The browser's own file system: there is nothing of the course in it, and nothing shall be left there.
  const browser = Object.getPrototypeOf(globalThis.navigator) as object;
  if ("storage" in browser) Object.defineProperty(browser, "storage", { value: undefined });
  const begin = started.pyimport("coursekit.live.entry");
  begin.reseed();
  const output = (text: string): void => {
    outputCount += 1;
    if (quiet && (outputCount > QUIET_LIMITS.pieces || text.length > QUIET_LIMITS.length)) return;
    pace.wait(text.length);
    send({ kind: "output", id: running, output: text });
  };
  const widget = (message: string, given?: Uint8Array[]): void => {
    if (quiet) return;
    const buffers = [...(given ?? [])].map((one) => one.slice().buffer as ArrayBuffer);
    pace.wait(buffers.reduce((all, one) => all + one.byteLength, message.length));
    send({ kind: "widget", message, buffers }, buffers);
  };
  begin.begin(output, quiet ? () => Promise.resolve(null) : ask, widget);
  ({ handle, hear, sound, complete } = begin);
}

async function load(bundles: string[]): Promise<void> {
  step = "python.step.download";
  const wanted = bundles.filter((name) => !loadedBundles.has(name));
  const zips = await Promise.all(wanted.map((name) => files.bundle(name)));
  send({ kind: "progress", step: "python.step.packages", loaded: 0, total: 0 });
  const begin = python!.pyimport("coursekit.live.entry");
  wanted.forEach((name, index) => {
    const path = `/lib/${name}.zip`;
    python!.FS.writeFile(path, zips[index]!, { canOwn: true });
    begin.add(path);
    begin.warm(name);
    loadedBundles.add(name);
  });
  begin.destroy();
  send({ kind: "loaded", bundles });
}

/** Ask the learner; Python is set aside until the answer has come. */
function ask(prompt: string, secret: boolean): Promise<string | null> {
  send({ kind: "ask", id: running, prompt, secret });
  return new Promise((resolve) => (answerLearner = resolve));
}

// Code that may have to wait runs on a stack that can be set aside, where the browser has such. Once a function that
// asks may have been defined, any later code may call it.
const MAY_ASK = /input|getpass|stdin|set_trace|breakpoint|await|asyncio|run_sync/;
let mayAsk = false;

async function run(id: number, request: string): Promise<void> {
  loadChartsFor(request, runtime.root, runtime.build);
  running = id;
  outputCount = 0;
  mayAsk ||= "Suspending" in WebAssembly && MAY_ASK.test(request);
  send({ kind: "began", id });
  const outcome = mayAsk ? await handle.callPromising(request) : handle(request);
  running = 0;
  send({ kind: "done", id, outcome: outcome.length > MAX_OUTCOME_LENGTH ? "" : outcome });
}

function handleWidgetMessage(id: number, message: string, buffers: ArrayBuffer[]): void {
  running = id;
  send({ kind: "began", id });
  const outcome = hear(message, buffers.length ? buffers.map((one) => new Uint8Array(one)) : undefined);
  running = 0;
  send({ kind: "done", id, outcome });
}

function report(error: unknown): void {
  if (error instanceof FileError) {
    send({ kind: "failed", reason: error.reason, file: error.file, detail: error.message });
  } else {
    // Of a Python traceback only the last line says what was wrong.
    const lines = String((error as Error)?.message ?? error)
      .trim()
      .split("\n");
    const reason = lines.some((line) => POLICY.test(line)) ? "policy" : "crashed";
    send({ kind: "failed", reason, file: "", detail: lines.at(-1) ?? "" });
  }
}

async function handleMessage(message: ToWorker): Promise<void> {
  switch (message.kind) {
    case "start":
      await start(message);
      // The kept memory was copied: where the browser lets itself be asked (coursekit grade does), it goes at once.
      (scope as { gc?: () => void }).gc?.();
      return;
    case "load":
      return load(message.bundles);
    case "run":
      return run(message.id, message.request);
    case "hear":
      return handleWidgetMessage(message.id, message.message, message.buffers);
    case "trial":
      return send({ kind: "tried", sound: sound() === true });
    case "complete":
      return send({ kind: "completed", id: message.id, names: complete(message.request) });
    case "answer":
  }
}

// One thing at a time: a run that waits for an answer is not to be broken into.
let queue = Promise.resolve();
scope.addEventListener("message", (event: MessageEvent<ToWorker>) => {
  // What learner code sends to its own worker is no order: an old one obeyed would open the ways out again.
  if (!event.isTrusted) return;
  const message = event.data;
  if (message.kind === "answer") {
    if (message.id === running) answerLearner?.(message.text);
  } else {
    queue = queue.then(() => handleMessage(message)).catch(report);
  }
});
