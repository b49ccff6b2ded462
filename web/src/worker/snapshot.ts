// The interpreter's memory after its first start, kept in this browser so that the next start skips it.

const CACHE = "coursekit-python";

// Held here: once Python runs, the worker's own way to it is shut. Absent on a plain http address.
const storage = globalThis.caches as CacheStorage | undefined;

async function cache(): Promise<Cache | undefined> {
  try {
    return await storage?.open(CACHE);
  } catch {
    return undefined; // storage is closed
  }
}

const address = (root: string, build: string): string => `${root}snapshot-${build}`;

/** The memory kept for this build, or undefined. */
export async function readSnapshot(root: string, build: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const kept = await (await cache())?.match(address(root, build));
    if (!kept) return undefined;
    const memory = new Uint8Array(await kept.arrayBuffer());
    return memory.length === Number(kept.headers.get("x-length")) ? memory : undefined;
  } catch {
    return undefined;
  }
}

/** Keep `memory` for this build and drop what older builds left; a browser without room is no fault. */
export async function saveSnapshot(root: string, build: string, memory: Uint8Array<ArrayBuffer>): Promise<void> {
  try {
    const store = await cache();
    if (!store) return;
    for (const old of await store.keys()) if (old.url.startsWith(`${root}snapshot-`)) await store.delete(old);
    const headers = { "x-length": String(memory.length) };
    await store.put(address(root, build), new Response(memory, { headers }));
  } catch {
    // Starting will take a little longer next time.
  }
}

/** Drop every kept memory: one of them did not work. */
export async function deleteSnapshots(): Promise<void> {
  try {
    await storage?.delete(CACHE);
  } catch {
    // Then there is none.
  }
}
