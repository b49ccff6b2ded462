// One worker with one Python in it, from its start to its end, as the page sees it.
import { say } from "../shared/words";
import { BundleLoads } from "./bundle_loads";
import { CompletionRequests } from "./completion_requests";
import type { FromWorker, Manifest } from "./messages";
import type { Completion, Outcome, Progress, Question, Task } from "./protocol";
import { type RunListener, TimedRun } from "./run_clock";
import { PythonUnavailable, RUNTIME } from "./runtime";
import { toCompletions, toOutcome, toOutput } from "./validate";
import { CALL_LIMIT_S, WidgetCalls } from "./widget_calls";
import { setCurrentChannel, WidgetChannel } from "./widget_channel";
import { WorkerConnection } from "./worker_connection";

/** Milliseconds in which a worker that has nothing else to do begins a run, or ends its trial; longer, and it is lost. */
const RESPONSE_LIMIT_MS = 8_000;
// Python's machine code, compiled once for all workers of the page.
let compiled: WebAssembly.Module | undefined;
let count = 0;

export class Kernel {
  readonly ready: Promise<void>;
  readonly watchers = new Set<(p: Progress) => void>();
  started = false;
  /** Its worker is no more. */
  ended = false;
  private readonly worker: WorkerConnection;
  private settle!: { resolve(): void; reject(error: Error): void };
  private readonly loads = new BundleLoads();
  private readonly completions = new CompletionRequests();
  private current: TimedRun | undefined;
  /** What its widgets say, and hear. */
  readonly channel = new WidgetChannel((message, buffers, answer) => {
    const id = ++count;
    this.calls.add(id, answer);
    this.worker.post({ kind: "hear", id, message, buffers }, buffers);
  });
  private readonly calls = new WidgetCalls(() => {
    this.terminate({ status: "timeout", reason: say("python.timeout", { n: CALL_LIMIT_S }) });
  });

  constructor(manifest: Manifest, how: { quiet?: boolean; pages?: number } = {}) {
    this.ready = new Promise((resolve, reject) => (this.settle = { resolve, reject }));
    this.ready.catch(() => undefined); // said to whoever awaits it, not to the console
    this.worker = new WorkerConnection(manifest.build, (message) => this.receive(message));
    const forget = (): void => this.worker.revokeAddress();
    this.ready.then(forget, forget);
    this.worker.post({
      kind: "start",
      root: RUNTIME,
      manifest,
      keep: true,
      ...how,
      ...(compiled && { module: compiled }),
    });
  }

  get busy(): boolean {
    return this.current !== undefined;
  }

  /** The bundles of packages that it has. */
  get bundles(): ReadonlySet<string> {
    return this.loads.loaded;
  }

  /** Have `wanted` bundles in the interpreter. */
  async load(wanted: string[]): Promise<void> {
    await this.ready;
    await this.loads.load(wanted, (missing) => this.worker.post({ kind: "load", bundles: missing }));
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
      this.worker.post({ kind: "run", id, request: JSON.stringify(request) });
    });
  }

  /** Names that may be written where the cursor stands; none if they do not come soon. */
  complete(request: string): Promise<Completion[]> {
    const id = ++count;
    return this.completions.ask(id, () => this.worker.post({ kind: "complete", id, request }));
  }

  /** End the worker; whoever waits for it is told. */
  terminate(outcome: Outcome, trouble = new PythonUnavailable(outcome.reason ?? "")): void {
    this.ended = true;
    this.worker.close();
    this.settle.reject(trouble);
    this.loads.reject(trouble);
    this.calls.end();
    this.channel.end(outcome.reason ?? "");
    this.endRun(outcome);
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
    this.worker.post({ kind: "trial" });
  }

  private async askLearner(run: TimedRun, question: Question): Promise<void> {
    run.pause();
    const text = await run.on.ask(question);
    if (this.current !== run) return;
    this.resume(run);
    this.worker.post({ kind: "answer", id: run.id, text });
  }

  private resume(run: TimedRun): void {
    run.resume(() => this.terminate({ status: "timeout", reason: say("python.timeout", { n: run.seconds }) }));
  }

  private receive(message: FromWorker): void {
    (this.handlers[message.kind] as (message: FromWorker) => void)(message);
  }

  private readonly handlers: { [Kind in FromWorker["kind"]]: (message: FromWorker & { kind: Kind }) => void } = {
    progress: ({ step, loaded, total }) => {
      for (const tell of this.watchers) tell({ step, loaded, total });
    },
    module: ({ module }) => {
      if (!this.started) compiled = module;
    },
    ready: () => {
      this.started = true;
      this.settle.resolve();
    },
    loaded: ({ bundles }) => this.loads.add(bundles),
    began: ({ id }) => this.runBegan(id),
    output: (message) => {
      const output = toOutput(message.output);
      setCurrentChannel(this.channel);
      if (output && this.current?.id === message.id) this.current.on.output(output);
      else if (output) this.calls.get(message.id)?.output(output);
    },
    widget: ({ message, buffers }) => this.channel.receive(message, buffers),
    done: (message) => {
      const outcome = toOutcome(message.outcome);
      const call = this.calls.has(message.id);
      if (!call && this.current?.id !== message.id) return;
      // After an out-of-memory the interpreter's memory stays as large as it grew: begin anew.
      if (outcome.status === "memory") this.terminate({ ...outcome, reason: say("python.memory") });
      else if (call) this.calls.done(message.id);
      else if (outcome.status === "stopped") this.checkHealth({ ...outcome, reason: say("python.stopped-asking") });
      else if (!this.current?.outcome) this.checkHealth(outcome);
    },
    ask: ({ id, prompt, secret }) => {
      if (this.current?.id === id) void this.askLearner(this.current, { prompt, secret });
    },
    tried: ({ sound }) => {
      if (!this.current?.outcome) return;
      if (sound) this.endRun(this.current.outcome);
      else this.terminate({ status: "failed", reason: say("python.damaged"), before: this.current.outcome });
    },
    completed: ({ id, names }) => this.completions.answer(id, toCompletions(names)),
    failed: (message) => this.workerFailed(message),
  };

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
    if (this.started && reason !== "crashed") this.loads.reject(trouble);
    else this.terminate({ status: "failed", reason: trouble.message }, trouble);
  }
}
