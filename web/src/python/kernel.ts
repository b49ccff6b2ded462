// One worker with one Python in it, from its start to its end, as the page sees it.
import { staticRoot } from "../shared/load_script";
import { say } from "../shared/words";
import type { FromWorker, Manifest, ToWorker } from "./messages";
import type { Completion, Outcome, Progress, Question, Request } from "./protocol";
import { type RunListener, TimedRun } from "./run_clock";
import { isFromWorker, toCompletions, toOutcome, toOutput } from "./validate";
import { CALL_LIMIT_S, WidgetCalls } from "./widget_calls";
import { setCurrentChannel, WidgetChannel } from "./widget_channel";

export const RUNTIME = new URL("runtime/", staticRoot).href;
/** Milliseconds in which a worker that has nothing else to do begins a run, or ends its trial; longer, and it is lost. */
const RESPONSE_LIMIT_MS = 8_000;
/** Milliseconds in which names to complete have to come: nobody waits longer for them. */
const COMPLETION_LIMIT_MS = 2_000;

/** Why Python can't be had, as a sentence for the learner. */
export class PythonUnavailable extends Error {
  /** `again`: a second try may go better than the first. */
  constructor(
    message: string,
    readonly again = false,
  ) {
    super(message);
  }
}

// Python's machine code, compiled once for all workers of the page.
let compiled: WebAssembly.Module | undefined;
let count = 0;

/** What a worker is asked to do (see `handle` in src/coursekit/live/entry.py). */
export type Task = Request | ({ task: "cases" | "judge" | "warm" | "mark"; limit_s: number } & Record<string, unknown>);

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
  private completing: { id: number; tell(names: Completion[]): void } | undefined;
  private current: TimedRun | undefined;
  /** What its widgets say, and hear. */
  readonly channel = new WidgetChannel((message, buffers, answer) => {
    const id = ++count;
    this.calls.add(id, answer);
    this.post({ kind: "hear", id, message, buffers }, buffers);
  });
  private readonly calls = new WidgetCalls(() => {
    this.terminate({ status: "timeout", reason: say("python.timeout", { seconds: CALL_LIMIT_S }) });
  });

  constructor(manifest: Manifest, how: { quiet?: boolean; pages?: number } = {}) {
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
    this.post({ kind: "start", root: RUNTIME, manifest, keep: true, ...how, ...(compiled && { module: compiled }) });
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

  /** Run `request`. A run past its limit, and a lost worker, end the kernel. */
  run(request: Task, on: RunListener): Promise<Outcome> {
    return new Promise((resolve) => {
      const id = ++count;
      const lost: Outcome = { status: "failed", reason: say("python.crashed"), again: true };
      this.current = new TimedRun(id, request.limit_s, on, resolve);
      // A widget's callback may still have its own time before it.
      this.current.startTimeout(RESPONSE_LIMIT_MS + (this.calls.busy ? CALL_LIMIT_S * 1000 : 0), () =>
        this.terminate(lost),
      );
      this.post({ kind: "run", id, request: JSON.stringify(request) });
    });
  }

  /** Names that may be written where the cursor stands; none if they do not come soon. */
  complete(request: string): Promise<Completion[]> {
    return new Promise((resolve) => {
      const id = ++count;
      this.completing?.tell([]);
      this.completing = { id, tell: resolve };
      setTimeout(() => resolve([]), COMPLETION_LIMIT_MS);
      this.post({ kind: "complete", id, request });
    });
  }

  /** End the worker; whoever waits for it is told. */
  terminate(outcome: Outcome, trouble = new PythonUnavailable(outcome.reason ?? "")): void {
    this.ended = true;
    this.worker.terminate();
    this.worker.onmessage = null;
    this.settle.reject(trouble);
    this.rejectLoads(trouble);
    this.calls.end();
    this.channel.end(outcome.reason ?? "");
    this.endRun(outcome);
  }

  private rejectLoads(trouble: PythonUnavailable): void {
    const waiting = this.loads;
    this.loads = [];
    for (const load of waiting) load.reject(trouble);
  }

  private post(message: ToWorker, moved: ArrayBuffer[] = []): void {
    this.worker.postMessage(message, moved);
  }

  private endRun(outcome: Outcome): void {
    const run = this.current;
    this.current = undefined;
    run?.end(outcome);
  }

  /** Before a run counts as ended, Python shows that it is still sound: the next run shall not pay for this one. */
  private checkHealth(outcome: Outcome): void {
    const run = this.current;
    if (!run) return;
    run.outcome = outcome;
    run.startTimeout(RESPONSE_LIMIT_MS, () =>
      this.terminate({ status: "failed", reason: say("python.damaged"), before: outcome }),
    );
    this.post({ kind: "trial" });
  }

  private async askLearner(run: TimedRun, question: Question): Promise<void> {
    run.pause();
    const text = await run.on.ask(question);
    if (this.current !== run) return;
    this.resume(run);
    this.post({ kind: "answer", id: run.id, text });
  }

  private resume(run: TimedRun): void {
    run.resume(() => this.terminate({ status: "timeout", reason: say("python.timeout", { seconds: run.seconds }) }));
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
        this.settle.resolve();
        return;
      case "loaded":
        this.bundlesLoaded(message.bundles);
        return;
      case "began":
        this.runBegan(message.id);
        return;
      case "output": {
        const output = toOutput(message.output);
        setCurrentChannel(this.channel);
        if (output && this.current?.id === message.id) this.current.on.output(output);
        else if (output) this.calls.get(message.id)?.output(output);
        return;
      }
      case "widget":
        this.channel.receive(message.message, message.buffers);
        return;
      case "done": {
        if (this.calls.has(message.id)) {
          this.callEnded(message.id, toOutcome(message.outcome));
          return;
        }
        if (this.current?.id !== message.id) return;
        const outcome = toOutcome(message.outcome);
        // After an out-of-memory the interpreter's memory stays as large as it grew: begin anew.
        if (outcome.status === "memory") this.terminate({ ...outcome, reason: say("python.memory") });
        else if (outcome.status === "stopped") this.checkHealth({ ...outcome, reason: say("python.stopped-asking") });
        else if (!this.current.outcome) this.checkHealth(outcome);
        return;
      }
      case "ask":
        if (this.current?.id === message.id)
          void this.askLearner(this.current, { prompt: message.prompt, secret: message.secret });
        return;
      case "tried":
        if (!this.current?.outcome) return;
        if (message.sound) this.endRun(this.current.outcome);
        else this.terminate({ status: "failed", reason: say("python.damaged"), before: this.current.outcome });
        return;
      case "completed":
        if (this.completing?.id === message.id) this.completing.tell(toCompletions(message.names));
        return;
      case "failed":
        this.workerFailed(message);
        return;
    }
  }

  private callEnded(id: number, outcome: Outcome): void {
    if (outcome.status === "memory") this.terminate({ ...outcome, reason: say("python.memory") });
    else this.calls.done(id);
  }

  private bundlesLoaded(names: string[]): void {
    for (const name of names) this.bundles.add(name);
    const done = this.loads.filter((load) => load.wanted.every((name) => this.bundles.has(name)));
    this.loads = this.loads.filter((load) => !done.includes(load));
    for (const load of done) load.resolve();
  }

  private runBegan(id: number): void {
    if (this.calls.has(id)) {
      this.calls.began();
      return;
    }
    const run = this.current;
    if (run?.id !== id) return;
    this.resume(run);
    run.on.begun();
  }

  private workerFailed({ reason, file, detail }: FromWorker & { kind: "failed" }): void {
    if (this.current || this.calls.busy) {
      this.terminate({ status: "failed", reason: say("python.crashed") });
      return;
    }
    const key = reason === "crashed" ? "python.crashed-start" : `python.${reason}`;
    const trouble = new PythonUnavailable(say(key, { file, detail }), reason === "crashed");
    // A package that did not come leaves a Python that works without it.
    if (this.started && reason !== "crashed") this.rejectLoads(trouble);
    else this.terminate({ status: "failed", reason: trouble.message }, trouble);
  }
}
