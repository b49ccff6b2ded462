// bundle: none
// One worker with one Python in it, from its start to its end, as the page sees it.
import { staticRoot } from "../load";
import type { Outcome, Output, Progress, Request } from "../python";
import { say } from "../words";
import type { FromWorker, Manifest, ToWorker } from "./messages";
import { isFromWorker, toOutcome, toOutput } from "./valid";

export const RUNTIME = new URL("runtime/", staticRoot).href;
/** Milliseconds that a worker may take to begin a run, on top of the run's own limit; longer, and it is lost. */
const SILENCE = 20_000;

/** Why Python can't be had, as a sentence for the learner. */
export class Trouble extends Error {
  /** `again`: a second try may go better than the first. */
  constructor(
    message: string,
    readonly again = false,
  ) {
    super(message);
  }
}

interface Run {
  id: number;
  seconds: number;
  output(o: Output): void;
  begun(): void;
  end(outcome: Outcome): void;
  timer: ReturnType<typeof setTimeout>;
}

// Python's machine code, compiled once for all workers of the page.
let compiled: WebAssembly.Module | undefined;
let count = 0;

export class Kernel {
  readonly ready: Promise<void>;
  readonly watchers = new Set<(p: Progress) => void>();
  readonly bundles = new Set<string>();
  started = false;
  /** Its worker is no more. */
  ended = false;
  private readonly worker: Worker;
  private settle!: { resolve(): void; reject(error: Error): void };
  private loads: { wanted: string[]; resolve(): void; reject(error: Error): void }[] = [];
  private current: Run | undefined;

  constructor(manifest: Manifest) {
    this.ready = new Promise((resolve, reject) => (this.settle = { resolve, reject }));
    this.ready.catch(() => undefined); // said to whoever awaits it, not to the console
    // Begun from a blob, a worker keeps the page's content security policy: no other site can be reached from it.
    const address = JSON.stringify(`${staticRoot}worker.js?${manifest.build}`);
    const opener = URL.createObjectURL(new Blob([`importScripts(${address})`], { type: "text/javascript" }));
    this.worker = new Worker(opener);
    const forget = (): void => URL.revokeObjectURL(opener);
    this.ready.then(forget, forget);
    this.worker.onmessage = (event: MessageEvent<unknown>) => {
      if (isFromWorker(event.data)) this.receive(event.data);
    };
    this.worker.onerror = (event) => {
      event.preventDefault();
      this.receive({ kind: "failed", reason: "crashed", file: "worker.js", detail: event.message ?? "" });
    };
    this.post({ kind: "start", root: RUNTIME, manifest, keep: true, ...(compiled && { module: compiled }) });
  }

  get busy(): boolean {
    return this.current !== undefined;
  }

  /** Have `wanted` bundles in the interpreter. */
  async load(wanted: string[]): Promise<void> {
    await this.ready;
    const missing = wanted.filter((name) => !this.bundles.has(name));
    if (!missing.length) return;
    await new Promise<void>((resolve, reject) => {
      this.loads.push({ wanted: missing, resolve, reject });
      this.post({ kind: "load", bundles: missing });
    });
  }

  /** Run `request`; `begun` is told when its time begins. A run past its limit, and a lost worker, end the kernel. */
  run(request: Request, output: (o: Output) => void, begun: () => void): Promise<Outcome> {
    return new Promise((resolve) => {
      const id = ++count;
      const limit = SILENCE + request.limit_s * 1000;
      const timer = setTimeout(() => this.lose({ status: "failed", reason: say("python.crashed") }), limit);
      this.current = { id, seconds: request.limit_s, output, begun, end: resolve, timer };
      this.post({ kind: "run", id, request: JSON.stringify(request) });
    });
  }

  /** End the worker; whoever waits for it is told. */
  lose(outcome: Outcome, trouble = new Trouble(outcome.reason ?? "")): void {
    this.ended = true;
    this.worker.terminate();
    this.worker.onmessage = null;
    this.settle.reject(trouble);
    this.refuse(trouble);
    this.finish(outcome);
  }

  private refuse(trouble: Trouble): void {
    const waiting = this.loads;
    this.loads = [];
    for (const load of waiting) load.reject(trouble);
  }

  private post(message: ToWorker): void {
    this.worker.postMessage(message);
  }

  private finish(outcome: Outcome): void {
    const run = this.current;
    this.current = undefined;
    clearTimeout(run?.timer);
    run?.end(outcome);
  }

  private receive(message: FromWorker): void {
    switch (message.kind) {
      case "progress":
        for (const tell of this.watchers) tell({ step: message.step, loaded: message.loaded, total: message.total });
        return;
      case "module":
        if (!this.started) compiled = message.module;
        return;
      case "ready":
        this.started = true;
        return this.settle.resolve();
      case "loaded":
        return this.arrived(message.bundles);
      case "began":
        return this.began(message.id);
      case "output": {
        const output = toOutput(message.output);
        if (output && this.current?.id === message.id) this.current.output(output);
        return;
      }
      case "done": {
        if (this.current?.id !== message.id) return;
        const outcome = toOutcome(message.outcome);
        // After an out-of-memory the interpreter's memory stays as large as it grew: begin anew.
        if (outcome.status === "memory") this.lose({ ...outcome, reason: say("python.memory") });
        else this.finish(outcome);
        return;
      }
      case "failed":
        return this.failed(message);
    }
  }

  private arrived(names: string[]): void {
    for (const name of names) this.bundles.add(name);
    const done = this.loads.filter((load) => load.wanted.every((name) => this.bundles.has(name)));
    this.loads = this.loads.filter((load) => !done.includes(load));
    for (const load of done) load.resolve();
  }

  private began(id: number): void {
    const run = this.current;
    if (run?.id !== id) return;
    clearTimeout(run.timer);
    const reason = say("python.timeout", { seconds: run.seconds });
    run.timer = setTimeout(() => this.lose({ status: "timeout", reason }), run.seconds * 1000);
    run.begun();
  }

  private failed({ reason, file, detail }: FromWorker & { kind: "failed" }): void {
    if (this.current) return this.lose({ status: "failed", reason: say("python.crashed") });
    const key = reason === "crashed" ? "python.crashed-start" : `python.${reason}`;
    const trouble = new Trouble(say(key, { file, detail }), reason === "crashed");
    // A package that did not come leaves a Python that works without it.
    if (this.started && reason !== "crashed") this.refuse(trouble);
    else this.lose({ status: "failed", reason: trouble.message }, trouble);
  }
}
