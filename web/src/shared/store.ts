// What the learner did, kept in this browser: IndexedDB, or memory where there is none. Tabs tell each other of changes.
import { COURSE_ID } from "./course";
import { pageGlobal } from "./page_global";
import {
  clearPendingWrite,
  clearPendingWrites,
  deletePendingWrites,
  hasPendingWrite,
  listPendingWrites,
  parsePendingWrite,
  savePendingWrite,
} from "./pending_writes";
import { markUnsaved, notifyTabs } from "./tabs";

const TABLE = "work";
// One memory for all bundles of the page: what one of them can't keep, another may still save as a file.
const memory = pageGlobal("coursekitMemory", () => new Map<string, unknown>());
let opened: Promise<IDBDatabase | null> | undefined;

/** Whether what was put away outlives this tab. */
export type Durability = "kept" | "session";

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

/** `value` as something that says when it was done, or undefined. */
export function parseDated(value: unknown): { at: string } | undefined {
  const one = value as { at?: unknown } | null | undefined;
  return typeof one === "object" && typeof one?.at === "string" ? (one as { at: string }) : undefined;
}

/**
 * Keep `value` under `key`. Resolves to "kept", or to "session" if it lasts only while this tab is open, which the page
 * then says; `silent` is for what the reader did not make, such as the place where they stopped.
 */
export async function put(key: string, value: unknown, silent = false): Promise<Durability> {
  // The page may be left before the database has it.
  if (parseDated(value)) savePendingWrite(key, value);
  const { where } = await update(key, () => value, silent);
  if (where === "kept") clearPendingWrite(key, value);
  return where;
}

/** Keep what `modify` makes of what is kept under `key`, with no other tab in between. */
export async function update<T>(
  key: string,
  modify: (stored: T | undefined) => T,
  silent = false,
): Promise<{ where: Durability; value: T }> {
  const database = await open();
  let value: T | undefined;
  const inMemory = (): { where: Durability; value: T } => {
    value ??= modify(memory.get(key) as T | undefined);
    memory.set(key, value);
    markUnsaved(key, hasPendingWrite(key) ? undefined : value);
    if (!silent) announceSessionOnly();
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
        markUnsaved(key, undefined);
        notifyTabs(key);
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

/** Delete all that is kept, or noted to be kept, under keys that are `wanted`. */
export async function deleteWork(wanted: (key: string) => boolean): Promise<void> {
  deletePendingWrites(wanted);
  for (const key of (await readDatabase()).keys()) {
    if (!wanted(key)) continue;
    await remove(key);
    notifyTabs(key);
  }
}

/** All that the database or this page's memory has, by its key; without pending writes (see code/saved/all_work.ts). */
export async function readDatabase(): Promise<Map<string, unknown>> {
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

/**
 * What is kept under `key`, merged with what pages noted for it and did not come to keep; that is then kept too.
 *
 * @param merge what becomes of what is kept when it meets a pending write; undefined if neither has the right form
 */
export async function readMerged<T>(
  key: string,
  merge: (stored: unknown, pending: unknown) => T | undefined,
): Promise<unknown> {
  const pending = listPendingWrites(key);
  if (!pending.length) return get(key);
  const { where, value } = await update<unknown>(key, (stored) =>
    pending.reduce((made, write) => merge(made, parsePendingWrite(write)) ?? made, stored),
  );
  if (where === "kept" || savePendingWrite(key, value)) clearPendingWrites(pending);
  return value;
}

/** The newer of two dated values, as far as `parse` finds them to be of their form. */
export function newerOf<T extends { at: string }>(
  stored: unknown,
  other: unknown,
  parse: (value: unknown) => T | undefined,
): T | undefined {
  const [one, two] = [parse(stored), parse(other)];
  return one && two ? (two.at >= one.at ? two : one) : (one ?? two);
}

/** What is kept under `key`, or what another page noted for it, which may be newer. */
export async function readNewest<T extends { at: string }>(
  key: string,
  parse: (value: unknown) => T | undefined,
): Promise<T | undefined> {
  return parse(await readMerged(key, (stored, pending) => newerOf(stored, pending, parse)));
}
