// A page without a connection: it keeps itself for reading, offers to keep more, and says when the course was updated.
import { staticRoot } from "../shared/load_script";
import { prefersLessData } from "./data_saver";
import { type CacheReply, type CacheRequest, type CacheState, CHANGED } from "./messages";
import { Panel } from "./panel";

const root = new URL("..", staticRoot).href;
const html = document.documentElement;

/** This page as the site names it: `chapters/promises.html`. */
function pageName(): string {
  const path = decodeURIComponent(location.pathname.slice(new URL(root).pathname.length));
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

async function ask(asked: CacheRequest, progress?: (loaded: number, total: number) => void): Promise<CacheReply> {
  const { active } = await navigator.serviceWorker.ready;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<CacheReply>) => {
      if (data.type === "progress") return progress?.(data.loaded, data.total);
      port1.close();
      resolve(data);
    };
    active!.postMessage(asked, [port2]);
  });
}

function loaded(): string[] {
  const parts = performance.getEntriesByType("resource").map((entry) => entry.name);
  return [location.href.replace(/#.*/, ""), ...parts].filter((url) => url.startsWith(root));
}

function announce(registration: ServiceWorkerRegistration, panel: Panel): void {
  const look = (): void => {
    // Without a controller this is the first visit: nothing is older than what the reader sees.
    if (registration.waiting && navigator.serviceWorker.controller) panel.update(() => use(registration.waiting!));
  };
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", look);
  });
  look();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") registration.update().catch(() => undefined);
  });
}

function use(waiting: ServiceWorker): void {
  // Only the reader's click reloads a page: their hands may be in the middle of something.
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage({ type: "use" } satisfies CacheRequest);
}

async function begin(): Promise<void> {
  const page = pageName();
  const panel = new Panel(document.querySelector<HTMLElement>("section.offline")!);
  const show = (state: CacheState): void => {
    html.dataset.offline = state.page ? "ready" : "no";
    panel.state(state);
  };
  const keep = async (asked: CacheRequest): Promise<void> => {
    html.dataset.offline = "keeping";
    const told = await ask(asked, (done, total) => panel.progress(done, total));
    if (told.type === "progress") return;
    show(told.state);
    if (told.type === "failed") panel.failed(told.reason, told.file);
    else if (asked.type !== "ran") panel.done(asked.type === "drop" ? "dropped" : "kept");
  };
  panel.onKeep = (level) => {
    void navigator.storage?.persist?.().catch(() => false);
    return keep({ type: "keep", page, level });
  };
  panel.onDrop = () => keep({ type: "drop", page });
  const registration = await navigator.serviceWorker.register(`${root}sw.js`, { scope: root, updateViaCache: "none" });
  announce(registration, panel);
  const told = await ask({ type: "visit", page, have: loaded(), frugal: prefersLessData() });
  if (told.type !== "progress") show(told.state);
  // Another tab has kept or removed something; while this one keeps, it will show how that ends.
  navigator.serviceWorker.addEventListener("message", async ({ data }: MessageEvent<unknown>) => {
    if (data !== CHANGED) return;
    const now = await ask({ type: "look", page });
    if (now.type !== "progress" && html.dataset.offline !== "keeping") show(now.state);
  });
  // What a Run has brought stays, with all else that the page's code needs.
  const ran = (runtime: string[]): Promise<void> => keep({ type: "ran", page, runtime });
  document.addEventListener("coursekit:python", (event) => void ran((event as CustomEvent<string[]>).detail));
  const before = window as unknown as { coursekitRuntime?: string[] };
  if (before.coursekitRuntime) void ran(before.coursekitRuntime);
}

begin().catch(() => {
  // No service worker in this browser or profile: the page works as long as there is a connection.
  document.querySelector<HTMLElement>("section.offline")?.setAttribute("hidden", "");
});
