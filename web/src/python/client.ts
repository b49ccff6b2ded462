// Python for a page: one worker, started when first asked for, ended when it must be, and started again.
import { announceRuntimeFiles, noteRun } from "../offline/data_saver";
import { say } from "../shared/words";
import { bundlesFor } from "./bundles";
import { Kernel } from "./kernel";
import type { Manifest } from "./messages";
import type { Completion, Outcome, Progress, Request, RunHandlers, State } from "./protocol";
import { fetchManifest, PythonUnavailable } from "./runtime";

const START_FILES = ["pyodide.asm.js", "pyodide.asm.wasm", "stdlib", "light", "course"];
/** Milliseconds after which a run looks as if it may have to be stopped: a second worker is then made ready. */
const SPARE_DELAY_MS = 1000;

let manifest: Promise<Manifest> | undefined;
let kernel: Promise<Kernel> | undefined;
let known: Kernel | undefined; // what `kernel` resolved to
let spare: Promise<Kernel> | undefined;
let current: { cancel(outcome: Outcome): void } | undefined;

function readManifest(): Promise<Manifest> {
  manifest ??= fetchManifest().catch((error: Error) => {
    manifest = undefined;
    throw error;
  });
  return manifest;
}

/** A started kernel. Where a start fails for no plain reason (a kept memory gone bad), one more try is made. */
async function startKernel(watch: (k: Kernel) => void, tries = 2): Promise<Kernel> {
  const made = new Kernel(await readManifest());
  // Ended while nothing ran (a widget's callback took too long): the next run begins anew.
  made.channel.onEnd(() => {
    if (known === made) known = kernel = undefined;
  });
  watch(made);
  try {
    await made.ready;
    return made;
  } catch (error) {
    if (error instanceof PythonUnavailable && error.again && tries > 1) return startKernel(watch, tries - 1);
    manifest = undefined; // a later try asks again what there is
    throw error;
  }
}

const progressListeners = new Set<(p: Progress) => void>();

function start(): Promise<Kernel> {
  if (kernel && !known?.ended) return kernel;
  known = undefined;
  const starting = startKernel((made) =>
    made.watchers.add((progress) => {
      for (const tell of progressListeners) tell(progress);
    }),
  );
  kernel = starting;
  starting.then(
    (made) => (known = kernel === starting ? made : known),
    () => (kernel = kernel === starting ? undefined : kernel),
  );
  return starting;
}

/** Make a second worker ready, where the device has room for two. */
function prepareSpare(had: string[]): void {
  const memory = (navigator as { deviceMemory?: number }).deviceMemory ?? 4;
  if (spare || memory < 4) return;
  const making = startKernel(() => undefined);
  spare = making;
  making.then((made) => made.load(had)).catch(() => (spare = spare === making ? undefined : spare));
}

/** After a worker's end: have the next one ready, with the packages that the last one had. */
function replaceKernel(had: string[]): void {
  known = undefined;
  kernel = spare;
  spare = undefined;
  const next = kernel;
  if (next) {
    next.then(
      (made) => (known = kernel === next ? made : known),
      () => (kernel = kernel === next ? undefined : kernel),
    );
  }
  start()
    .then((made) => made.load(had))
    .catch(() => undefined); // the next run will say so
}

async function prepare(packages: string[], onProgress: (p: Progress) => void): Promise<void> {
  progressListeners.add(onProgress);
  try {
    const made = await start();
    await made.load(bundlesFor(packages)).catch((error: Error) => {
      manifest = undefined; // a later try asks again what there is
      throw error;
    });
    const { files } = await readManifest();
    announceRuntimeFiles([...START_FILES, ...bundlesFor(packages)].map((name) => files[name]?.file ?? name));
  } finally {
    progressListeners.delete(onProgress);
  }
}

async function runOnce(request: Request, on: RunHandlers, here: () => boolean): Promise<Outcome> {
  const made = await start();
  if (!here()) return { status: "stopped" };
  const had = [...made.bundles];
  let long: ReturnType<typeof setTimeout> | undefined;
  const outcome = await made.run(request, {
    output: (output) => here() && on.output(output),
    begun: () => (long = setTimeout(() => prepareSpare(had), SPARE_DELAY_MS)),
    ask: (question) => (here() && on.ask ? on.ask(question) : Promise.resolve(null)),
  });
  clearTimeout(long);
  if (made.ended && here()) replaceKernel(had);
  return outcome;
}

function run(request: Request, on: RunHandlers): Promise<Outcome> {
  if (current) return Promise.resolve({ status: "failed", reason: say("python.busy") });
  noteRun();
  return new Promise((resolve) => {
    const mine = { cancel: (outcome: Outcome) => end(outcome) };
    const here = (): boolean => current === mine;
    const end = (outcome: Outcome): void => {
      if (!here()) return;
      current = undefined;
      resolve(outcome);
    };
    current = mine;
    prepare(request.packages, on.progress)
      .then(() => (here() ? runOnce(request, on, here) : undefined))
      .then(
        (outcome) => outcome && end(outcome),
        (error: Error) => end({ status: "failed", reason: error.message }),
      );
  });
}

function stop(): void {
  if (!current) return;
  const outcome: Outcome = { status: "stopped", reason: say("python.stopped") };
  const ended = known?.busy ? known : undefined;
  current.cancel(outcome);
  // While Python is only starting it goes on: it is wanted sooner or later.
  if (!ended) return;
  const had = [...ended.bundles];
  ended.terminate(outcome);
  replaceKernel(had);
}

function state(): State {
  if (!kernel) return "cold";
  if (!known?.started) return "starting";
  return known.busy ? "busy" : "ready";
}

/** Bytes still to be fetched for `packages`, as sent by a server that compresses; 0 once they are here. */
async function downloadSize(packages: string[]): Promise<number> {
  const { files } = await readManifest();
  const names = [...(kernel ? [] : START_FILES), ...bundlesFor(packages).filter((name) => !known?.bundles.has(name))];
  return names.reduce((sum, name) => sum + (files[name]?.sent ?? 0), 0);
}

/** Names that may stand for `request` (see src/coursekit/live/complete.py); none unless Python is there and idle. */
async function complete(request: { code: string; namespace: string }): Promise<Completion[]> {
  return state() === "ready" && known ? known.complete(JSON.stringify(request)) : [];
}

/** The present worker, to tell whether it is still the one in which something ran; undefined if there is none. */
const currentWorker = (): object | undefined => known;

export const python = { state, prepare, run, stop, size: downloadSize, which: currentWorker, complete };
