// bundle: sw
// The service worker: what is kept on this device is given from here, consistent with one build; all else from the network.
import { OfflineCache } from "./cache";
import { CacheError } from "./checked_file";
import { type CacheReply, type CacheRequest, CHANGED, type Site } from "./messages";

const scope = self as unknown as ServiceWorkerGlobalScope & { coursekitSite: Site };
const offlineCache = new OfflineCache(scope.coursekitSite, scope.registration.scope);

scope.addEventListener("install", (event) => {
  event.waitUntil(
    offlineCache.inheritFromOlderBuild().then((heir) => {
      // Where nothing of an older build is kept there is nothing to wait for.
      if (!heir) return scope.skipWaiting();
      return undefined;
    }),
  );
});

scope.addEventListener("activate", (event) => {
  event.waitUntil(offlineCache.deleteOlderBuilds().then(() => scope.clients.claim()));
});

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = request.method === "GET" ? offlineCache.files.path(request.url) : undefined;
  if (path === undefined || request.headers.has("range")) return;
  event.respondWith(answer(event, path));
});

async function answer(event: FetchEvent, path: string): Promise<Response> {
  const kept = await offlineCache.find(path);
  if (kept) return kept;
  try {
    const came = await fetch(event.request);
    // What a first Run brings stays, so that the next one needs no connection.
    if (came.ok && offlineCache.files.isRuntime(path))
      event.waitUntil(offlineCache.store(path, came.clone()).catch(() => undefined));
    return came;
  } catch (error) {
    if (event.request.mode === "navigate") return offlineCache.missingPage();
    throw error;
  }
}

async function serve(asked: CacheRequest, tell: (told: CacheReply) => void): Promise<void> {
  if (asked.type === "use") return scope.skipWaiting();
  try {
    if (asked.type === "drop") await offlineCache.deleteAll();
    const progress = (loaded: number, total: number): void => tell({ type: "progress", loaded, total });
    if (asked.type === "visit") await offlineCache.visit(asked.page, asked.have, asked.frugal);
    if (asked.type === "ran") await offlineCache.keepRuntime(asked.page, asked.runtime);
    if (asked.type === "keep") await offlineCache.keep(asked.page, asked.level, progress);
    tell({ type: "done", state: await offlineCache.state(asked.page) });
  } catch (error) {
    const { reason, file } =
      error instanceof CacheError ? error : { reason: "unreachable" as const, file: String(error) };
    tell({ type: "failed", reason, file, state: await offlineCache.state(asked.page) });
  }
}

/** Have the other open pages look again at what is kept of them. */
async function tellOthers(asker: ExtendableMessageEvent["source"]): Promise<void> {
  for (const page of await scope.clients.matchAll({ type: "window", includeUncontrolled: true }))
    if (!(asker && "id" in asker) || page.id !== asker.id) page.postMessage(CHANGED);
}

scope.addEventListener("message", (event) => {
  const port = event.ports[0];
  const asked = event.data as CacheRequest;
  const served = serve(asked, (told) => port?.postMessage(told));
  const changes = asked.type === "drop" || asked.type === "keep" || asked.type === "ran";
  event.waitUntil(changes ? served.then(() => tellOthers(event.source)) : served);
});
