// Marks kept in this browser, so that a desk closed midway loses nothing and repeats nothing.
import { COURSE_ID } from "../../shared/course";
import type { HandMark, Marked } from "../types";

const DATABASE = `${COURSE_ID}-desk`;
const [MARKS, HAND] = ["marks", "hand"] as const;
type Table = typeof MARKS | typeof HAND;
let opened: Promise<IDBDatabase | undefined> | undefined;

function open(): Promise<IDBDatabase | undefined> {
  opened ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => {
        for (const table of [MARKS, HAND]) request.result.createObjectStore(table);
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = request.onblocked = () => resolve(undefined);
    } catch {
      resolve(undefined); // then everything is marked anew
    }
  });
  return opened;
}

async function get<T>(table: Table, name: string): Promise<T | undefined> {
  const database = await open();
  return new Promise((resolve) => {
    const request = database?.transaction(table).objectStore(table).get(name);
    if (!request) return resolve(undefined);
    request.onsuccess = () => resolve(request.result as T | undefined);
    request.onerror = () => resolve(undefined);
  });
}

async function put(table: Table, name: string, value: unknown): Promise<void> {
  const database = await open();
  try {
    database?.transaction(table, "readwrite").objectStore(table).put(value, name);
  } catch {
    // No room: what is on the page is still there.
  }
}

/** What is kept under one key of the course and one way of grading. */
export class StoredMarks {
  constructor(private readonly print: string) {}

  marked = (sha256: string): Promise<Marked | undefined> => get<Marked>(MARKS, `${this.print}/${sha256}`);
  keep(marked: Marked): Promise<void> {
    // What timed out may have met a busy machine: it is run again the next time.
    const timedOut = Object.values(marked.exercises).some(({ outcome }) => outcome === "timeout");
    return marked.sha256 && marked.status === "read" && !timedOut
      ? put(MARKS, `${this.print}/${marked.sha256}`, marked)
      : Promise.resolve();
  }
  hand = async (sha256: string): Promise<HandMark[]> => (await get<HandMark[]>(HAND, sha256)) ?? [];
  keepHand = (sha256: string, marks: HandMark[]): Promise<void> => put(HAND, sha256, marks);
}

/** Drop everything. */
export async function deleteStoredMarks(): Promise<void> {
  const database = await open();
  const doing = database?.transaction([MARKS, HAND], "readwrite");
  doing?.objectStore(MARKS).clear();
  doing?.objectStore(HAND).clear();
  if (!doing) return;
  await new Promise<void>((resolve) => {
    doing.oncomplete = doing.onerror = () => resolve();
  });
}
