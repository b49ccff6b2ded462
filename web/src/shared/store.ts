// What the learner did, kept in this browser: IndexedDB, or memory where there is none. Tabs tell each other of changes.
import { COURSE_ID, courseKey } from "./course";
import { pageGlobal } from "./page_global";

const TABLE = "work";
// One memory for all bundles of the page: what one of them can't keep, another may still save as a file.
const memory = pageGlobal("coursekitMemory", () => new Map<string, unknown>());
let opened: Promise<IDBDatabase | null> | undefined;

/** Whether what was put away outlives this tab. */
export type Durability = "kept" | "session";

/** A name for this page in this tab, so that what it wrote itself is not taken for another's. */
export const TAB = Math.random().toString(36).slice(2, 12);

function open(): Promise<IDBDatabase | null> {
  opened ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open(COURSE_ID, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
      request.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
  return opened;
}

// Told to the page's frame (see page.ts), which says it where it is seen.
const announceSessionOnly = (): boolean => document.dispatchEvent(new CustomEvent("coursekit:not-kept"));

let channel: BroadcastChannel | undefined;
const keyListeners = new Map<string, () => void>();
const allKeysListeners: ((key: string) => void)[] = [];

function broadcast(): BroadcastChannel | undefined {
  if (!channel && "BroadcastChannel" in window) {
    channel = new BroadcastChannel(COURSE_ID);
    channel.onmessage = (event: MessageEvent<unknown>) => {
      keyListeners.get(String(event.data))?.();
      for (const heard of allKeysListeners) heard(String(event.data));
    };
  }
  return channel;
}

/** Call `heard` whenever another tab has changed what is kept under `key`. */
export function watchKey(key: string, heard: () => void): void {
  keyListeners.set(key, heard);
  broadcast();
}

/** Call `heard` with the key of whatever another tab, or another script of this page, has changed. */
export function watchAll(heard: (key: string) => void): void {
  allKeysListeners.push(heard);
  broadcast();
}

/** What is kept under `key`, or undefined. */
export async function get<T>(key: string): Promise<T | undefined> {
  const database = await open();
  if (!database || memory.has(key)) return memory.get(key) as T | undefined;
  return new Promise((resolve) => {
    const request = database.transaction(TABLE).objectStore(TABLE).get(key);
    request.onsuccess = () => resolve(request.result as T | undefined);
    request.onerror = () => resolve(undefined);
  });
}

/** Keep `value` under `key`. Resolves to "kept", or to "session" if it lasts only while this tab is open. */
export async function put(key: string, value: unknown): Promise<Durability> {
  return (await update(key, () => value)).where;
}

/** Keep what `modify` makes of what is kept under `key`, with no other tab in between. */
export async function update<T>(
  key: string,
  modify: (stored: T | undefined) => T,
): Promise<{ where: Durability; value: T }> {
  const database = await open();
  let value: T | undefined;
  const inMemory = (): { where: Durability; value: T } => {
    value ??= modify(memory.get(key) as T | undefined);
    memory.set(key, value);
    announceSessionOnly();
    return { where: "session", value };
  };
  if (!database) return inMemory();
  return new Promise((resolve) => {
    const lost = (): void => resolve(inMemory());
    try {
      const transaction = database.transaction(TABLE, "readwrite");
      const table = transaction.objectStore(TABLE);
      const reading = table.get(key);
      reading.onsuccess = () => {
        value = modify((memory.has(key) ? memory.get(key) : reading.result) as T | undefined);
        table.put(value, key);
      };
      transaction.oncomplete = () => {
        memory.delete(key);
        broadcast()?.postMessage(key);
        resolve({ where: "kept", value: value as T });
      };
      transaction.onabort = lost;
    } catch {
      lost();
    }
  });
}

/** Let what is kept under `key` go. */
export async function remove(key: string): Promise<void> {
  memory.delete(key);
  const database = await open();
  if (!database) return;
  await new Promise<void>((resolve) => {
    const transaction = database.transaction(TABLE, "readwrite");
    transaction.objectStore(TABLE).delete(key);
    transaction.oncomplete = transaction.onabort = () => resolve();
  });
}

/** Everything that is kept, by its key. */
export async function readAll(): Promise<Map<string, unknown>> {
  const database = await open();
  const found = new Map<string, unknown>();
  if (database) {
    await new Promise<void>((resolve) => {
      const transaction = database.transaction(TABLE);
      const table = transaction.objectStore(TABLE);
      const [keys, values] = [table.getAllKeys(), table.getAll()];
      transaction.oncomplete = () => {
        for (const [n, key] of keys.result.entries()) found.set(String(key), values.result[n]);
        resolve();
      };
      transaction.onabort = () => resolve();
    });
  }
  for (const [key, value] of memory) found.set(key, value);
  return found;
}

// What a page that is just being left still has to keep: IndexedDB may not come to it, localStorage does at once.
const pendingPrefix = (key: string): string => courseKey(`${key}/`);

/** Note `value` for `key` even if the page ends within this very moment. `value` must be plain data. */
export function savePendingWrite(key: string, value: unknown): void {
  try {
    localStorage.setItem(pendingPrefix(key) + TAB, JSON.stringify(value));
  } catch {
    // No room, or shut: IndexedDB is then all there is.
  }
}

/** This tab's own slip for `key` has served: what it says is in its place. */
export function clearPendingWrite(key: string): void {
  try {
    localStorage.removeItem(pendingPrefix(key) + TAB);
  } catch {
    // Then there was none.
  }
}

/** The slips that tabs left for `key` as they ended; each is given once. */
export function takePendingWrites(key: string): unknown[] {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(pendingPrefix(key)));
    return names.map((name) => {
      const text = localStorage.getItem(name) ?? "null";
      localStorage.removeItem(name);
      return JSON.parse(text) as unknown;
    });
  } catch {
    return [];
  }
}

/**
 * What is kept under `key`, or what another tab left as it ended, which may be newer: the newest that `sound` finds to
 * be of its form.
 */
export async function readNewest<T extends { at: string }>(
  key: string,
  sound: (value: unknown) => T | undefined,
): Promise<T | undefined> {
  const found = [sound(await get(key)), ...takePendingWrites(key).map(sound)].filter((one) => one !== undefined);
  return found.sort((a, b) => (a.at < b.at ? 1 : -1))[0];
}
