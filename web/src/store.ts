// What the learner did, kept in this browser: IndexedDB, or memory where there is none.

const DATABASE = "touched-measured-counted";
const TABLE = "work";
const memory = new Map<string, unknown>();
let opened: Promise<IDBDatabase | null> | undefined;

function open(): Promise<IDBDatabase | null> {
  opened ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open(DATABASE, 1);
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
export async function put(key: string, value: unknown): Promise<"kept" | "session"> {
  const database = await open();
  if (!database) {
    memory.set(key, value);
    return "session";
  }
  return new Promise((resolve) => {
    const lost = (): void => {
      memory.set(key, value);
      resolve("session");
    };
    try {
      const change = database.transaction(TABLE, "readwrite");
      change.objectStore(TABLE).put(value, key);
      change.oncomplete = () => {
        memory.delete(key);
        resolve("kept");
      };
      change.onerror = lost;
      change.onabort = lost;
    } catch {
      lost();
    }
  });
}
