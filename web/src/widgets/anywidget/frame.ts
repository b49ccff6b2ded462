// bundle: widget-frame
// Runs a widget's own script (anywidget's `_esm`) in a frame that belongs to no site: it has no way into the page, the
// reader's work or the network, and speaks to its model by messages alone (anywidget.ts is at the other end).

type Listener = (...values: unknown[]) => void;
interface Script {
  initialize?(given: object): unknown;
  render?(given: object): unknown;
}

const listeners = new Map<string, Set<Listener>>();
const changed = new Set<string>();
let state: Record<string, unknown> = {};

const post = (message: object): void => parent.postMessage(message, "*");
const sendFailure = (error: unknown): void =>
  post({ kind: "failed", detail: String((error as Error)?.message ?? error).slice(0, 500) });
const notify = (name: string, ...values: unknown[]): void => {
  for (const one of listeners.get(name) ?? []) one(...values);
};

function setValue(name: string, value: unknown): void {
  state[name] = value;
  notify(`change:${name}`, model, value);
}

/** What anywidget promises a script. */
const model = {
  get: (name: string): unknown => state[name],
  set(name: string, value: unknown): void {
    if (state[name] === value) return;
    changed.add(name);
    setValue(name, value);
    notify("change", model);
  },
  save_changes(): void {
    post({ kind: "set", state: Object.fromEntries([...changed].map((name) => [name, state[name]])) });
    changed.clear();
  },
  on(names: string, listener: Listener): void {
    for (const name of names.split(/\s+/)) listeners.set(name, (listeners.get(name) ?? new Set()).add(listener));
  },
  off(name?: string, listener?: Listener): void {
    if (!name) listeners.clear();
    else if (!listener) listeners.delete(name);
    else listeners.get(name)?.delete(listener);
  },
  send: (content: unknown, _callbacks?: unknown, buffers: unknown[] = []): void =>
    post({ kind: "send", content, buffers }),
};

async function start(esm: string, css: string): Promise<void> {
  const style = document.createElement("style");
  style.textContent = css;
  document.head.append(style);
  const el = document.getElementById("widget")!;
  new ResizeObserver(() => post({ kind: "height", px: Math.ceil(document.body.scrollHeight) })).observe(document.body);
  const address = URL.createObjectURL(new Blob([esm], { type: "text/javascript" }));
  const found = (await import(address)) as { default?: Script | (() => Script | Promise<Script>) } & Script;
  const script = typeof found.default === "function" ? await found.default() : (found.default ?? found);
  await script.initialize?.({ model });
  await script.render?.({ model, el });
}

addEventListener("error", (event) => sendFailure(event.error ?? event.message));
addEventListener("unhandledrejection", (event) => sendFailure(event.reason));
addEventListener("message", (event: MessageEvent<Record<string, unknown>>) => {
  if (event.source !== parent) return;
  const { kind } = event.data;
  if (kind === "start") {
    state = event.data.state as Record<string, unknown>;
    for (const [name, value] of Object.entries(event.data.look as Record<string, string>)) {
      document.documentElement.style.setProperty(name, value);
    }
    start(String(event.data.esm), String(event.data.css)).catch(sendFailure);
  } else if (kind === "state") {
    for (const [name, value] of Object.entries(event.data.state as object)) setValue(name, value);
    notify("change", model);
  } else if (kind === "custom") {
    notify("msg:custom", event.data.content, event.data.buffers);
  }
});
post({ kind: "ready" });
