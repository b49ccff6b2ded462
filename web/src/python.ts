// Python for a page: one worker, started when first asked for, ended when it must be, and started again.
import { staticRoot } from "./load";
import { say } from "./words";
import type { FromWorker, Manifest, ToWorker } from "./worker/messages";
import { isFromWorker, toOutcome, toOutput } from "./worker/valid";

export type Mime = Record<string, unknown>;
export type Output =
  | { kind: "stream"; name: "stdout" | "stderr"; text: string }
  | { kind: "display"; data: Mime }
  | { kind: "error"; name: string; message: string; traceback: string };
/** Bytes of the present step (0 of 0 where they can't be told); `step` is a key of the catalog. */
export type Progress = { step: string; loaded: number; total: number };
export type Outcome = {
  status: "ok" | "error" | "stopped" | "timeout" | "memory" | "failed";
  result?: unknown;
  reason?: string;
};
export type Request = {
  task: "run" | "check";
  code: string;
  setup: string;
  tests?: string;
  namespace: string;
  packages: string[];
  limit_s: number;
};
export type State = "cold" | "starting" | "ready" | "busy";

const RUNTIME = new URL("runtime/", staticRoot).href;
// The bundles that a package needs, in loading order; a package without an entry is in every start.
const BUNDLES: Record<string, string[]> = { numpy: ["numpy"], pandas: ["numpy", "pandas"] };
const START = ["pyodide.asm.js", "pyodide.asm.wasm", "stdlib", "light", "course"];

const bundlesFor = (packages: string[]): string[] => [...new Set(packages.flatMap((name) => BUNDLES[name] ?? []))];

/** Why Python can't be had, as a sentence for the learner. */
class Trouble extends Error {}

interface Run {
  id: number;
  output(o: Output): void;
  end(outcome: Outcome): void;
  limit_s: number;
  timer?: ReturnType<typeof setTimeout>;
}

let worker: Worker | undefined;
let ready: Promise<void> | undefined;
let settle: { resolve(): void; reject(error: Error): void } | undefined;
let loads: { bundles: string[]; resolve(): void; reject(error: Error): void }[] = [];
let module: WebAssembly.Module | undefined;
let current: Run | undefined;
let state: State = "cold";
let count = 0;
let manifest: Promise<Manifest> | undefined;
const loaded = new Set<string>();
const watchers = new Set<(p: Progress) => void>();

function readManifest(): Promise<Manifest> {
  if (location.protocol === "file:") return Promise.reject(new Trouble(say("python.from-disk")));
  manifest ??= fetch(`${RUNTIME}manifest.json`, { cache: "no-cache" })
    .then((answer) => {
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
      return answer.json() as Promise<Manifest>;
    })
    .catch((error: Error) => {
      manifest = undefined;
      throw new Trouble(say("python.unreachable", { file: "manifest.json", detail: error.message }));
    });
  return manifest;
}

function post(message: ToWorker): void {
  worker?.postMessage(message);
}

/** Start a worker if there is none; resolves when it can run code. */
function start(): Promise<void> {
  if (ready) return ready;
  state = "starting";
  const starting = new Promise<void>((resolve, reject) => (settle = { resolve, reject }));
  ready = starting;
  starting.catch(() => undefined);
  readManifest()
    .then((found) => {
      if (ready !== starting) return;
      worker = new Worker(`${staticRoot}worker.js?${found.build}`);
      worker.onmessage = (event: MessageEvent<unknown>) => {
        if (isFromWorker(event.data)) receive(event.data);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        receive({ kind: "failed", reason: "crashed", file: "", detail: event.message ?? "" });
      };
      post({ kind: "start", root: RUNTIME, manifest: found, keep: true, ...(module && { module }) });
    })
    .catch((error: Error) => fail(error));
  return starting;
}

/** End the worker. Whoever waits for it is told `error`. */
function drop(error: Error): void {
  worker?.terminate();
  worker = undefined;
  ready = undefined;
  state = "cold";
  loaded.clear();
  settle?.reject(error);
  settle = undefined;
  for (const load of loads) load.reject(error);
  loads = [];
}

/** End the worker and start another at once, with the packages that the page had asked for. */
function renew(error: Error): void {
  const had = [...loaded];
  drop(error);
  start()
    .then(() => load(had))
    .catch(() => undefined);
}

function fail(error: Error): void {
  manifest = undefined;
  drop(error);
}

function finish(outcome: Outcome): void {
  if (!current) return;
  const run = current;
  current = undefined;
  clearTimeout(run.timer);
  run.end(outcome);
}

let retried = false;

function receive(message: FromWorker): void {
  switch (message.kind) {
    case "progress":
      for (const watcher of watchers) watcher({ step: message.step, loaded: message.loaded, total: message.total });
      return;
    case "module":
      module = message.module;
      return;
    case "ready":
      state = "ready";
      retried = false;
      settle?.resolve();
      settle = undefined;
      return;
    case "loaded":
      for (const name of message.bundles) loaded.add(name);
      for (const load of loads) if (load.bundles.every((name) => loaded.has(name))) load.resolve();
      loads = loads.filter((load) => !load.bundles.every((name) => loaded.has(name)));
      return;
    case "began": {
      const run = current;
      if (run?.id !== message.id || run.timer) return;
      run.timer = setTimeout(() => {
        renewAfter({ status: "timeout", reason: say("python.timeout", { seconds: run.limit_s }) });
      }, run.limit_s * 1000);
      return;
    }
    case "output": {
      const output = toOutput(message.output);
      if (output && current?.id === message.id) current.output(output);
      return;
    }
    case "done": {
      if (current?.id !== message.id) return;
      state = "ready";
      const outcome = toOutcome(message.outcome);
      // After an out-of-memory the interpreter's memory stays as large as it grew: begin anew.
      if (outcome.status === "memory") renewAfter({ ...outcome, reason: say("python.memory") });
      else finish(outcome);
      return;
    }
    case "failed":
      failed(message);
  }
}

function failed(message: FromWorker & { kind: "failed" }): void {
  const { reason, file, detail } = message;
  if (current?.timer) return renewAfter({ status: "failed", reason: say("python.crashed") });
  if (reason === "crashed" && !retried && settle) {
    // Most likely a kept memory that this browser can't use; it has been dropped, so one more try is fair.
    retried = true;
    const waiting = settle;
    worker?.terminate();
    worker = ready = settle = undefined;
    void start().then(waiting.resolve, waiting.reject);
    return;
  }
  const key = reason === "crashed" ? "python.crashed-start" : `python.${reason}`;
  fail(new Trouble(say(key, { file, detail })));
}

function renewAfter(outcome: Outcome): void {
  renew(new Trouble(outcome.reason ?? ""));
  finish(outcome);
}

function load(bundles: string[]): Promise<void> {
  const missing = bundles.filter((name) => !loaded.has(name));
  if (!missing.length) return Promise.resolve();
  return new Promise((resolve, reject) => {
    loads.push({ bundles: missing, resolve, reject });
    post({ kind: "load", bundles: missing });
  });
}

async function prepare(packages: string[], onProgress: (p: Progress) => void): Promise<void> {
  watchers.add(onProgress);
  try {
    await start();
    await load(bundlesFor(packages));
  } finally {
    watchers.delete(onProgress);
  }
}

const isCurrent = (id: number): boolean => current?.id === id;

async function run(
  request: Request,
  on: { progress: (p: Progress) => void; output: (o: Output) => void },
): Promise<Outcome> {
  if (current) return { status: "failed", reason: say("python.busy") };
  const id = ++count;
  const ended = new Promise<Outcome>((resolve) => {
    current = { id, output: on.output, end: resolve, limit_s: request.limit_s };
  });
  try {
    await prepare(request.packages, on.progress);
    // Stopped while Python was loading: the run is over, and Python stays.
    if (isCurrent(id)) {
      state = "busy";
      post({ kind: "run", id, request: JSON.stringify(request) });
    }
  } catch (error) {
    if (isCurrent(id)) finish({ status: "failed", reason: (error as Error).message });
  }
  return ended;
}

function stop(): void {
  if (!current) return;
  const outcome: Outcome = { status: "stopped", reason: say("python.stopped") };
  if (state === "busy") renewAfter(outcome);
  else finish(outcome);
}

/** Bytes still to be fetched for `packages`, as sent by a server that compresses; 0 once they are here. */
async function size(packages: string[]): Promise<number> {
  const { files } = await readManifest();
  const names = [...(ready ? [] : START), ...bundlesFor(packages).filter((name) => !loaded.has(name))];
  return names.reduce((sum, name) => sum + (files[name]?.sent ?? 0), 0);
}

export const python = { state: (): State => state, prepare, run, stop, size };
