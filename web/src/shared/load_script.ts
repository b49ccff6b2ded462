// Loads the site's other scripts. Classic <script> elements, not modules or fetch: they also work from file://.
import { pageGlobal } from "./page_global";

const self = document.currentScript as HTMLScriptElement | null;

/** The address of _static/, with its slash; and the build's mark, so that a new build is not hidden by the cache. */
export const staticRoot = findRoot();
const mark = self?.src.includes("?") ? self.src.slice(self.src.indexOf("?")) : "";

function findRoot(): string {
  if (self?.src) return new URL(".", self.src).href;
  const other = document.querySelector<HTMLScriptElement>('script[src*="_static/"]');
  return other ? new URL(".", other.src).href : new URL("_static/", document.baseURI).href;
}

// One table for all bundles of the page, so that no script is ever loaded twice.
const started = pageGlobal("coursekitScripts", () => new Map<string, Promise<void>>());

/** Load `name` (relative to _static/) once; rejects if it cannot be loaded, and may then be tried again. */
export function loadScript(name: string): Promise<void> {
  const known = started.get(name);
  if (known) return known;
  const loading = new Promise<void>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = staticRoot + name + mark;
    script.onload = () => resolve();
    script.onerror = () => {
      started.delete(name);
      script.remove();
      reject(new Error(name));
    };
    document.head.append(script);
  });
  started.set(name, loading);
  return loading;
}

/** Load what a page ships for its labs or exercises in one file, where it has one; `alone` where it has none. */
export function loadOfPage(kind: "labs" | "exercises", alone: string): Promise<void> {
  return loadScript(document.querySelector("main")?.dataset[kind] ?? alone);
}

/** Do `then` once the page has nothing else to do; after `timeout` milliseconds in any case, where one is given. */
export function whenIdle(then: () => void, timeout?: number): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(then, timeout === undefined ? {} : { timeout });
  else setTimeout(then, 200); // Safari has no such moment
}
