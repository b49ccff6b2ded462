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

// What a page that is just being left still has to keep: IndexedDB may not come to it, localStorage does at once.
const slip = (key: string): string => `${DATABASE}/${key}`;

function leaveSlip(key: string, value: unknown): void {
  try {
    localStorage.setItem(slip(key), JSON.stringify(value));
  } catch {
    // No room, or shut: IndexedDB is then all there is.
  }
}

function takeSlip(key: string): { value: unknown } | undefined {
  try {
    const text = localStorage.getItem(slip(key));
    localStorage.removeItem(slip(key));
    return text === null ? undefined : { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** What is kept under `key`, or undefined. */
export async function get<T>(key: string): Promise<T | undefined> {
  const left = takeSlip(key);
  if (left) {
    await put(key, left.value);
    return left.value as T;
  }
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

/** Keep `value` under `key` even if the page ends within this very moment. `value` must be plain data. */
export function putLast(key: string, value: unknown): Promise<"kept" | "session"> {
  leaveSlip(key, value);
  return put(key, value).then((where) => {
    // It did not end: what lasts is in its place.
    if (where === "kept") takeSlip(key);
    return where;
  });
}
